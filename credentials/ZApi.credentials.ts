import type { IAuthenticate, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { signRequest } from './addressing';

export class ZApi implements ICredentialType {
	name = 'zApi';

	// eslint-disable-next-line n8n-nodes-base/cred-class-field-display-name-missing-api -- the service's own name ends in API; "Z-API API" would puzzle people
	displayName = 'Z-API';

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
			required: true,
			default: '',
			placeholder: 'e.g. 3C01A2B3C4D5E6F7081920A1B2C3D4E5',
			description:
				'Which of your WhatsApp numbers to use. In the Z-API panel, open Instances (Instâncias), choose the instance and copy its ID.',
		},
		{
			displayName: 'Instance Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 8F7E6D5C4B3A29180716253443526170',
			description: "In the Z-API panel, beside the instance's ID: its Token",
		},
		{
			displayName: 'Client-Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. F0e1d2c3b4a5968778695a4b3c2d1e0fS',
			description:
				"The account security token (Token de segurança da conta). In the Z-API panel, open Security (Segurança) and copy it. Leave this empty only if your account doesn't use it.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.z-api.io',
			placeholder: 'e.g. https://api.z-api.io',
			description: 'Where Z-API answers. Change it only if Z-API gave you another address.',
		},
	];

	authenticate: IAuthenticate = async (credential, request) => signRequest(credential, request);
}
