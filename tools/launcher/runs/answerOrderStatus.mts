import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import {
	allSucceeded,
	ANA,
	describe,
	quoted,
	runPublished,
	textsOf,
	type ExampleRun,
} from './run.mts';

/** Someone sends a cart, which becomes an order; then the order's new status is told of, too, and starts nothing. */
export const answerOrderStatus: ExampleRun = {
	file: 'answer-order-status.json',
	async run(stage) {
		const { emulator, workflow } = stage;
		const tell = async (title: string, messageId: string, more: object) => {
			const body = { phone: ANA, messageId, ...more };
			await emulator.emit({ type: 'ReceivedCallback', title, body });
		};
		const executions = await runPublished(
			stage,
			async () => {
				await tell('cart (order)', 'CART', { senderName: 'Ana' });
				await tell('order sent (reviewAndPay)', 'ORDER', { fromMe: true });
				await tell('order updated (reviewOrder)', 'UPDATE', { fromMe: true });
			},
			3,
		);
		const messages = messagesOf(emulator.state, ANA);
		const updates = messages.flatMap(({ content }) =>
			content.reviewOrder ? [content.reviewOrder] : [],
		);
		const [update] = updates;
		const texts = textsOf(messages.filter(({ content }) => content.text));
		const { message } = messages.find(({ content }) => content.reviewOrder)?.fields ?? {};
		return {
			passed:
				allSucceeded(executions) &&
				messages.length === 2 &&
				texts.join().includes('carrinho, Ana!') &&
				isDeepStrictEqual(
					[update?.referenceId, update?.orderRequestId, update?.orderStatus, update?.paymentStatus],
					['4N9AVI38VOB', '4N9AVI38VYZ', 'processing', 'pending'],
				) &&
				(update?.products as unknown[]).length === 2 &&
				String(message).includes('sendo preparado'),
			lines: [
				...describe(workflow, executions),
				`  After the cart, Ana got: ${quoted(texts)}`,
				`  The order's status became: ${quoted(updates.map(({ orderStatus }) => String(orderStatus)))}, with ${quoted([String(message)])}`,
			],
		};
	},
};
