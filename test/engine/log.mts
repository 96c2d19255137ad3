import { LoggerProxy } from 'n8n-workflow';

/** What n8n logged since the lines were last taken. */
const lines: string[] = [];

function record(...parts: unknown[]): void {
	lines.push(parts.map(textOf).join(' '));
}

// Besides its workflow logger, n8n has one for the console, which writes to the stream behind it.
Object.defineProperty(console, '_stdout', { value: { write: record } });
LoggerProxy.init({ debug: record, info: record, warn: record, error: record });

/** A value as text, with the parts of errors that JSON leaves out. */
export function textOf(value: unknown): string {
	const text: string | undefined = JSON.stringify(value, (_key, part: unknown) =>
		part instanceof Error
			? { ...part, message: part.message, stack: part.stack, cause: part.cause }
			: part,
	);
	return text ?? '';
}

/** Takes the lines that n8n logged, through its own logger or on the console. */
export function takeLog(): string {
	return lines.splice(0).join('\n');
}
