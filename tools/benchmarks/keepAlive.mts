import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { floorNode } from './floor.mts';

/** As many as this package's requests at once. */
const CONNECTIONS = 500;

/**
 * The limit over TLS: a client that keeps its connections open for the requests that follow, which n8n gives to no
 * node. It reads the items without n8n's engine.
 *
 * @param address the server, with TLS
 */
export function keepAliveNode(address: string): INodeType {
	return {
		...floorNode(address),
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
			const send = async ({ json }: INodeExecutionData): Promise<INodeExecutionData> => {
				const { communityId, groupId } = json;
				const answer = await new Promise<string>((resolve, reject) => {
					request(
						`${address}/communities/unlink`,
						{ method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
						(response) => void text(response).then(resolve, reject),
					)
						.once('error', reject)
						.end(JSON.stringify({ communityId, groupsPhones: [groupId] }));
				});
				return { json: JSON.parse(answer) as IDataObject };
			};
			try {
				return [await Promise.all(this.getInputData().map(send))];
			} finally {
				agent.destroy();
			}
		},
	};
}
