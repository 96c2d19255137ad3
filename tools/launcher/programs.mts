/** Where Debian puts the browser that the end-to-end tests drive. */
export const CHROMIUM = '/usr/bin/chromium';
