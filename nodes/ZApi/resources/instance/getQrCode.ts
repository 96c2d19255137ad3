import { refusePasskey } from './passkey';
import { operation } from '../../language/operation';
import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

const PREFIX = 'data:image/png;base64,';
/** A PNG file in Base64 begins like this, whatever it shows. */
const PNG = /^(?:data:image\/png;base64,)?(iVBORw0KGgo[\w+/\s]+={0,2})\s*$/;

function pngIn(value: unknown): string | undefined {
	return typeof value === 'string' ? PNG.exec(value)?.[1] : undefined;
}

async function toItem(
	answer: IDataObject,
	{ helpers }: IExecuteSingleFunctions,
): Promise<INodeExecutionData> {
	refusePasskey(answer, 'QR code');
	// Z-API may answer with an object, or with Base64 alone.
	const alone = pngIn(answer);
	const json = alone === undefined ? answer : { value: `${PREFIX}${alone}` };
	const base64 = pngIn(json.value);
	if (base64 === undefined) return { json };
	const content = Buffer.from(base64, 'base64');
	return {
		json,
		binary: { data: await helpers.prepareBinaryData(content, 'qr-code.png', 'image/png') },
	};
}

/**
 * Its answer isn't documented: Base64 in an object, or alone.
 *
 * @see https://developer.z-api.io/instance/qr-code-image
 */
export const getQrCode = operation({
	name: 'Get QR Code',
	value: 'getQrCode',
	action: 'Get the QR code of an instance',
	description:
		'Get the QR code that connects WhatsApp, as an image and as Base64. It is valid for 20 seconds.',
	request: { method: 'GET', url: '/qr-code/image' },
	isAnswer: (body) => pngIn(body) !== undefined,
	toItem,
	refusedAdvice:
		'There is a QR code only while WhatsApp is not connected. Use Instance: Get Status to see whether it is.',
	refusals: [
		{
			words: /already connected/i,
			advice:
				'There is no QR code, because WhatsApp is connected. To connect another phone, disconnect the instance first.',
		},
	],
});
