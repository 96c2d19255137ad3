import { updateDisplayOptions } from 'n8n-workflow';
import { choice } from '../language/choice';
import { parameterOf, readNamed, type Field } from '../language/field';
import { media } from '../language/media';
import { mediaKinds } from '../language/mediaKinds';

const LABELS = { image: 'Image', none: 'None', video: 'Video' } as const;

/** What is shown above the text, by the choice; a choice without a file shows nothing. */
type Files = Partial<Record<keyof typeof LABELS, Field>>;

/** A choice between files to show above a message's text. */
function header(files: Files): Field {
	const offered = Object.entries(LABELS).filter(([name]) => name === 'none' || name in files);
	const chooser = choice('header', 'Header', Object.fromEntries(offered), {
		noDataExpression: true,
		default: 'none',
		description: 'What to show above the text',
	});
	const shown = Object.entries(files);
	return {
		properties: [
			chooser.property,
			...shown.flatMap(([name, { properties }]) =>
				updateDisplayOptions({ show: { header: [name] } }, properties),
			),
		],
		options: shown.flatMap(([, { options = [] }]) => options),
		fill(request, item) {
			const chosen = readNamed(item, chooser.property.displayName, () =>
				chooser.read(parameterOf(item, 'header', 'none'), item.settings),
			);
			files[chosen as keyof Files]?.fill?.(request, item);
		},
	};
}

/** A picture above the text, or none. */
export const imageHeader = header({ image: media('image', mediaKinds.image) });

/** A picture or a video above reply buttons, or none. */
export const buttonListHeader = header({
	image: media('headerImage', mediaKinds.image, { sentAs: 'buttonList.image' }),
	video: media('headerVideo', mediaKinds.video, { sentAs: 'buttonList.video' }),
});
