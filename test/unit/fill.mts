import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Field } from '../../nodes/ZApi/language/field.ts';
import type { Request } from '../../nodes/ZApi/language/request.ts';
import { UserFacingFailure } from '../../nodes/shared/requests/errors.ts';
import type { Settings } from '../../nodes/shared/account/settings.ts';

/**
 * Lets a field put what a user entered into a request.
 *
 * @param parameters what is entered, by the names of the fields
 * @returns the request's body, or the words of the error
 */
export function filled(
	field: Field,
	parameters: IDataObject,
	settings: Settings = {},
): IDataObject | string {
	const request: Request = {
		method: 'POST',
		url: '',
		body: {},
		qs: {},
		lookUps: [],
		files: [],
		parts: [],
	};
	const context: Partial<IExecuteSingleFunctions> = {
		getItemIndex: () => 0,
		getExecuteData: () => ({ data: { main: [[{ json: {} }]] } }) as never,
		getNodeParameter: (name: string, fallback?: unknown) =>
			(parameters[name] ?? fallback) as IDataObject,
	};
	try {
		const readList = async () => await Promise.resolve([]);
		field.fill?.(request, { context: context as IExecuteSingleFunctions, settings, readList });
		return request.body;
	} catch (error) {
		if (error instanceof UserFacingFailure) return error.failure.message;
		throw error;
	}
}
