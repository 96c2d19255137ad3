import { InvalidValue } from '../../nodes/shared/values/invalidValue.ts';

/** @returns why a reader refuses a value; throws if it takes it, or fails in another way */
export function problemOf(read: () => unknown): Pick<InvalidValue, 'problem' | 'advice'> {
	try {
		read();
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error('Nothing was refused');
}
