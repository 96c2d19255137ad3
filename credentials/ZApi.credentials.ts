import type { IAuthenticate, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { signRequest } from '../nodes/shared/account/signing';

/**
 * Outside of a run, n8n then leaves out what it can't evaluate. Otherwise it fails itself, in words that nobody
 * understands, and the node can't say why.
 */
const LEAVES_OUT_EXPRESSIONS = { ignoreCredentialExpressionResolveError: true };

export class ZApi implements ICredentialType {
	name = 'zApi';

	displayName = 'Z-API API';

	icon: Icon = {
		light: 'file:../nodes/ZApi/zApi.svg',
		dark: 'file:../nodes/ZApi/zApi.dark.svg',
	};

	documentationUrl = 'https://developer.z-api.io/security/client-token';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance ID',
			name: 'instance',
			type: 'string',
			typeOptions: { ...LEAVES_OUT_EXPRESSIONS },
			required: true,
			default: '',
			placeholder: 'e.g. 3C01A2B3C4D5E6F7081920A1B2C3D4E5',
			hint: 'In the Z-API panel: Instances (Instâncias) → your instance → ID',
			description: 'Each instance is one of your WhatsApp numbers',
		},
		{
			displayName: 'Instance Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true, ...LEAVES_OUT_EXPRESSIONS },
			required: true,
			default: '',
			placeholder: 'e.g. 8F7E6D5C4B3A29180716253443526170',
			hint: 'In the Z-API panel: Instances (Instâncias) → your instance → Token',
			description: 'The key to this instance',
		},
		{
			displayName: 'Client-Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true, ...LEAVES_OUT_EXPRESSIONS },
			default: '',
			placeholder: 'e.g. F0e1d2c3b4a5968778695a4b3c2d1e0fS',
			hint: 'In the Z-API panel: Security (Segurança) → account security token (Token de segurança da conta)',
			description:
				"The key to your whole Z-API account. Leave it empty only if your account doesn't use it.",
		},
		{
			displayName: 'Default Country Code',
			name: 'defaultCountryCode',
			type: 'string',
			noDataExpression: true,
			default: '55',
			placeholder: 'e.g. 55',
			hint: 'Brazil is 55. Leave it empty to add none.',
			description:
				'Added to phone numbers without a country code, where it is certain that they are numbers of this country',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ...LEAVES_OUT_EXPRESSIONS },
			default: 'https://api.z-api.io',
			placeholder: 'e.g. https://api.z-api.io',
			hint: 'Leave it as it is, unless Z-API gave you another address',
			description: "The address of Z-API's server",
		},
	];

	authenticate: IAuthenticate = async (credential, request) => signRequest(credential, request);
}
