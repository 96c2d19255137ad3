import { generateKeyPairSync, sign } from 'node:crypto';

/** One value in ASN.1's encoding (DER): its kind, its length and its content. */
function der(tag: number, ...contents: Buffer[]): Buffer {
	const content = Buffer.concat(contents);
	const length =
		content.length < 128
			? [content.length]
			: [0x82, Math.floor(content.length / 256), content.length % 256];
	return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...contents: Buffer[]) => der(0x30, ...contents);
const time = (year: string) => der(0x17, Buffer.from(`${year}0101000000Z`));

/**
 * Makes a certificate that nobody has vouched for, as someone has who pretends to be another server.
 *
 * @param host the server that it names
 * @returns what a TLS server needs
 */
export function selfSigned(host: string): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
	const commonName = sequence(
		der(0x06, Buffer.from('550403', 'hex')),
		der(0x0c, Buffer.from(host)),
	);
	const name = sequence(der(0x31, commonName));
	const certified = sequence(
		der(0x02, Buffer.from([1])),
		algorithm,
		name,
		sequence(time('20'), time('49')),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = sign('sha256', certified, privateKey);
	const certificate = sequence(certified, algorithm, der(0x03, Buffer.from([0]), signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}
