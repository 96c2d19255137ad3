/** Where Debian puts the programs that the end-to-end tests drive. */
export const CHROMIUM = '/usr/bin/chromium';
export const REDIS_SERVER = '/usr/bin/redis-server';
