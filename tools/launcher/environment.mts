import { searchPath } from './npm.mts';

/** Where n8n listens. */
export const HOST = '127.0.0.1';

/** What n8n may see of this machine's environment. Settings meant for another n8n must not reach this one. */
const INHERITED =
	/^(HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|https?_proxy|HTTPS?_PROXY)$/;

/** @returns the environment of any process of n8n */
export function environmentFor(userFolder: string, brokerPort: number): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: searchPath(),
		NO_PROXY: `${HOST},localhost`,
		N8N_USER_FOLDER: userFolder,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		// There is no https on loopback.
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		// Nothing is told to, or asked from, anyone outside.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		// n8n 3 loads this package only with it.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		// Nothing stands between the login and the canvas.
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

/** @returns what is added for a process that listens */
export function serverEnvironment(port: number): NodeJS.ProcessEnv {
	return { N8N_HOST: HOST, N8N_PORT: String(port), N8N_LISTEN_ADDRESS: HOST };
}
