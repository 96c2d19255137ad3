import { toBoolean } from '../../shared/values/values';
import { readNamed, value, type Value } from './field';
import { propertyOf, type Details } from './text';

/** A switch. */
export function toggle<Result = boolean>(
	name: string,
	label: string,
	details: Details<Result> & {
		default: boolean;
		/** What is sent for each state, if it isn't true and false. */
		sent?: (isOn: boolean) => Result;
	},
): Value<Result> {
	const { sent = (isOn: boolean) => isOn as Result } = details;
	return value(propertyOf(name, label, 'boolean', details.default, details), {
		...details,
		read: (given) => sent(toBoolean(given)),
	});
}

/**
 * An option that is a switch and is sent only if it is on: Z-API treats some switches as on even if they are sent as
 * off.
 */
export function onlyIfOn(
	name: string,
	label: string,
	details: Omit<Details<boolean>, 'default'>,
): Value<boolean> {
	const field = toggle(name, label, { ...details, default: true });
	return {
		...field,
		put(request, given, item) {
			if (readNamed(item, label, () => toBoolean(given))) field.put(request, true, item);
		},
	};
}
