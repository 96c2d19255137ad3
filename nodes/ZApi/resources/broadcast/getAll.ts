import { pagination } from '../../fields/pagination';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/broadcast/list-broadcast */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many broadcast lists',
	description: 'Get the broadcast lists of the connected number, with their recipients',
	request: { method: 'GET', url: '/broadcast' },
	isList: true,
	fields: [pagination],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
