const PRIVATE_NAME =
	/(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa|test|example|invalid|onion)$/;

/** Addresses that belong to no server on the internet, by how they begin (RFC 6890). */
const PRIVATE_IPV4 =
	/^(0|10|127|169\.254|192\.168|192\.0\.[02]|192\.88\.99|198\.1[89]|198\.51\.100|203\.0\.113|22[4-9]|23\d|24\d|25[0-5])\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;

/** What to do where the address of n8n itself has to be public. */
export const SET_PUBLIC_ADDRESS =
	"Set n8n's environment variable WEBHOOK_URL (in n8n 3: N8N_WEBHOOK_URL) to its public https:// address. If it has none, use a tunnel such as cloudflared or ngrok.";

/**
 * Tells whether an address can lead to a server on the internet, judging by the address alone, rather than to this
 * machine or a private network. A public name that stands for a private address can't be recognized here.
 * Guards against forged requests (SSRF) where n8n itself would make them.
 *
 * @param url an address whose host is in the form that `URL` gives it
 */
export function isOnInternet({ hostname }: URL): boolean {
	// Neither files nor n8n itself are addressed by bare IPv6, and many such addresses lead elsewhere.
	if (hostname.startsWith('[')) return false;
	// A name can end in a dot.
	const name = hostname
		.split('.')
		.filter((label) => label !== '')
		.join('.');
	if (/^[\d.]+$/.test(name)) return !PRIVATE_IPV4.test(name);
	return name.includes('.') && !PRIVATE_NAME.test(name);
}
