/** What a media field accepts. */
export interface MediaKind {
	/** The field's name in the panel. */
	displayName: string;
	/** Completes "isn't …". */
	what: string;
	/** MIME types that Z-API documents, or converts for WhatsApp. */
	mimeTypes: RegExp;
	/** One of these, for an example. */
	mimeType: string;
	/** What to do about a file of another type. */
	advice: string;
	/** Addresses of files that must be of another type. */
	refusedAddresses?: RegExp;
	/** Z-API's documented limit, where there is one. */
	megabytes?: number;
	placeholder: string;
}

const PICTURE = /^image\/(?!svg)/;
const USE_PICTURE = 'Use a JPEG or PNG file.';

/** @see https://developer.z-api.io/message/send-message-image and the neighboring pages */
export const mediaKinds = {
	photo: {
		displayName: 'Photo',
		what: 'an image file',
		mimeTypes: PICTURE,
		mimeType: 'image/png',
		advice: USE_PICTURE,
		placeholder: 'e.g. https://example.com/photo.png',
	},
	image: {
		displayName: 'Image',
		what: 'an image file',
		mimeTypes: PICTURE,
		mimeType: 'image/png',
		advice: USE_PICTURE,
		placeholder: 'e.g. https://example.com/photo.png',
	},
	audio: {
		displayName: 'Audio',
		what: 'an audio file',
		mimeTypes: /^(audio\/|video\/ogg$|application\/ogg$)/,
		mimeType: 'audio/ogg',
		advice: 'Use an audio file, such as OGG or MP3.',
		placeholder: 'e.g. https://example.com/voice.ogg',
	},
	video: {
		displayName: 'Video',
		what: 'a video file',
		mimeTypes: /^video\//,
		mimeType: 'video/mp4',
		advice: 'Use a video file. MP4 with H.264 needs no conversion.',
		megabytes: 100,
		placeholder: 'e.g. https://example.com/clip.mp4',
	},
	videoNote: {
		displayName: 'Video',
		what: 'a video file',
		mimeTypes: /^video\//,
		mimeType: 'video/mp4',
		advice: 'Use a video file. MP4 with H.264 needs no conversion.',
		placeholder: 'e.g. https://example.com/clip.mp4',
	},
	statusVideo: {
		displayName: 'Video',
		what: 'a video file',
		mimeTypes: /^video\//,
		mimeType: 'video/mp4',
		advice: 'Use a video file. MP4 with H.264 needs no conversion.',
		megabytes: 10,
		placeholder: 'e.g. https://example.com/clip.mp4',
	},
	gif: {
		displayName: 'GIF',
		what: 'an MP4 video',
		mimeTypes: /^video\/mp4$/,
		mimeType: 'video/mp4',
		refusedAddresses: /\.gif([?#]|$)/i,
		advice:
			'It must be an MP4: what WhatsApp shows as a GIF is a short video. Convert the file to MP4 first.',
		placeholder: 'e.g. https://example.com/wave.mp4',
	},
	sticker: {
		displayName: 'Sticker',
		what: 'an image file',
		mimeTypes: PICTURE,
		mimeType: 'image/webp',
		advice: 'Use a WebP or PNG file.',
		placeholder: 'e.g. https://example.com/sticker.webp',
	},
	document: {
		displayName: 'Document',
		what: 'a file',
		mimeTypes: /\//,
		mimeType: 'application/pdf',
		advice: '',
		placeholder: 'e.g. https://example.com/invoice.pdf',
	},
} satisfies Record<string, MediaKind>;
