import { numbersWithoutCountryCode } from '../../shared/numbers/numbersWithoutCountryCode';
import type { Option } from './option';

/** What fields for phone numbers bring along. The run reads it; it isn't sent. */
export const numberOption: Option = { properties: [numbersWithoutCountryCode] };

/** What the panel says about entering a phone number. */
export const NUMBER_HINT =
	'With country and area code. A missing country code is added where that is certain.';
