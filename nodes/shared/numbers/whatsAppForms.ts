/**
 * Numbers that WhatsApp knows although the numbering plans don't have them, or no longer: it keeps the form in which a
 * number was registered. Patterns of what follows the calling code.
 */
export const WHATSAPP_FORMS: Record<string, string> = {
	// Mexico dropped the 1 of its mobiles in 2019; WhatsApp keeps it.
	// https://support.gupshup.io/hc/en-us/articles/4407840924953
	// https://green-api.com/en/docs/faq/features-of-sending-and-receiving-messages-from-different-countries
	'52': '1\\d{10}',
	// Argentina's mobiles have a 9 in calls from abroad; people leave it out, and WhatsApp understands both.
	// https://support.whapi.cloud/help-desk/faq/specifics-of-sending-messages-to-numbers-of-different-countries
	'54': '9?[1-9]\\d{9}',
	// Brazil's mobiles have a ninth digit since 2016; who registered before, mostly outside of São Paulo, Rio de Janeiro
	// and Espírito Santo, is known without it. https://waha.devlike.pro/docs/apps/brazilian-phone-numbers/
	'55': '(?:[14689][1-9]|2[12478]|3[1-578]|5[13-5]|7[13-579])[6-9]\\d{7}',
	// Ivory Coast went from 8 to 10 digits in 2021; WhatsApp keeps the 8. https://github.com/devlikeapro/waha/issues/1894
	'225': '\\d{8}',
	// Benin put 01 before its 8 digits on November 30, 2024. https://github.com/mobi/telephone_number/issues/138
	'229': '\\d{8}',
};
