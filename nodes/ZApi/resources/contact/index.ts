import type { Resource } from '../../language/operation';
import { add } from './add';
import { block } from './block';
import { check } from './check';
import { checkMany } from './checkMany';
import { get } from './get';
import { getAll } from './getAll';
import { getPicture } from './getPicture';
import { remove } from './remove';
import { report } from './report';
import { unblock } from './unblock';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	preselected: check,
	operations: [add, block, checkMany, check, get, getAll, getPicture, remove, report, unblock],
};
