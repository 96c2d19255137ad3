import { comparableChat } from '../../shared/values/phones';

/** @returns IDs of a chat in the form in which they are compared, each once */
export function toChats(ids: string[]): string[] {
	return [...new Set(ids.map(comparableChat))].filter((id) => id !== '').sort();
}
