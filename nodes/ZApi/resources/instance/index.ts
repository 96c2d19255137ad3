import type { Resource } from '../../language/operation';
import { createExtensionToken } from './createExtensionToken';
import { disconnect } from './disconnect';
import { get } from './get';
import { getDevice } from './getDevice';
import { getPhoneCode } from './getPhoneCode';
import { getQrCode } from './getQrCode';
import { getStatus } from './getStatus';
import { rename } from './rename';
import { resetPasskeyChallenge } from './resetPasskeyChallenge';
import { restart } from './restart';
import { updateAnnouncementGuard } from './updateAnnouncementGuard';
import { updateAutoRead } from './updateAutoRead';
import { updateAutoReadStatus } from './updateAutoReadStatus';
import { updateCallRejection } from './updateCallRejection';
import { updateCallRejectionMessage } from './updateCallRejectionMessage';

export const instance: Resource = {
	name: 'Instance',
	value: 'instance',
	preselected: getStatus,
	operations: [
		createExtensionToken,
		disconnect,
		get,
		getDevice,
		getPhoneCode,
		getQrCode,
		getStatus,
		rename,
		resetPasskeyChallenge,
		restart,
		updateAnnouncementGuard,
		updateAutoRead,
		updateAutoReadStatus,
		updateCallRejection,
		updateCallRejectionMessage,
	],
};
