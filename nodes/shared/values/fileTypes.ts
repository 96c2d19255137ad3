/** Extensions that a document may have, by the MIME type of such files; the first is the usual one. */
const EXTENSIONS: Record<string, string> = {
	'application/epub+zip': 'epub',
	'application/gzip': 'gz tgz',
	'application/json': 'json geojson',
	'application/msword': 'doc dot',
	'application/ogg': 'ogg',
	'application/pdf': 'pdf',
	'application/pkcs7-mime': 'p7m',
	'application/pkcs7-signature': 'p7s',
	'application/postscript': 'ai eps ps',
	'application/rtf': 'rtf',
	'application/sql': 'sql',
	'application/vnd.android.package-archive': 'apk',
	'application/vnd.google-earth.kml+xml': 'kml',
	'application/vnd.google-earth.kmz': 'kmz',
	'application/vnd.ms-access': 'mdb accdb',
	'application/vnd.ms-excel': 'xls xlt',
	'application/vnd.ms-excel.sheet.binary.macroenabled.12': 'xlsb',
	'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsm',
	'application/vnd.ms-outlook': 'msg',
	'application/vnd.ms-powerpoint': 'ppt pps',
	'application/vnd.ms-project': 'mpp',
	'application/vnd.ms-publisher': 'pub',
	'application/vnd.ms-word.document.macroenabled.12': 'docm',
	'application/vnd.ms-xpsdocument': 'xps',
	'application/vnd.oasis.opendocument.graphics': 'odg',
	'application/vnd.oasis.opendocument.presentation': 'odp',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.openxmlformats-officedocument.presentationml.slideshow': 'ppsx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.rar': 'rar',
	'application/vnd.visio': 'vsd vsdx',
	'application/x-7z-compressed': '7z',
	'application/x-bzip2': 'bz2',
	'application/x-cdr': 'cdr',
	'application/x-dbf': 'dbf',
	'application/x-mobipocket-ebook': 'mobi azw azw3',
	'application/x-ofx': 'ofx',
	'application/x-pem-file': 'pem key',
	'application/x-pkcs12': 'pfx p12',
	'application/x-sh': 'sh bat ps1',
	'application/x-sqlite3': 'sqlite db',
	'application/x-tar': 'tar',
	'application/x-x509-ca-cert': 'cer crt der',
	'application/x-xz': 'xz',
	'application/xml': 'xml xsd xsl rss',
	'application/yaml': 'yaml yml',
	'application/zip': 'zip',
	'audio/aac': 'aac',
	'audio/amr': 'amr',
	'audio/flac': 'flac',
	'audio/midi': 'mid midi',
	'audio/mp4': 'm4a m4b',
	'audio/mpeg': 'mp3',
	'audio/ogg': 'ogg opus',
	'audio/wav': 'wav',
	'audio/x-aiff': 'aiff aif',
	'audio/x-ms-wma': 'wma',
	'font/otf': 'otf',
	'font/ttf': 'ttf',
	'font/woff2': 'woff2 woff',
	'image/avif': 'avif',
	'image/bmp': 'bmp',
	'image/gif': 'gif',
	'image/heic': 'heic heif',
	'image/jpeg': 'jpg jpeg jfif',
	'image/png': 'png',
	'image/svg+xml': 'svg',
	'image/tiff': 'tif tiff',
	'image/vnd.adobe.photoshop': 'psd',
	'image/vnd.dwg': 'dwg',
	'image/vnd.dxf': 'dxf',
	'image/webp': 'webp',
	'image/x-icon': 'ico',
	'message/rfc822': 'eml',
	'model/3mf': '3mf',
	'model/obj': 'obj',
	'model/step': 'step stp',
	'model/stl': 'stl',
	'text/calendar': 'ics',
	'text/css': 'css',
	'text/csv': 'csv',
	'text/html': 'html htm',
	'text/javascript': 'js mjs ts',
	'text/markdown': 'md',
	'text/plain': 'txt log ini cfg conf rem ret srt vtt py',
	'text/tab-separated-values': 'tsv tab',
	'text/vcard': 'vcf',
	'video/3gpp': '3gp',
	'video/mp4': 'mp4 m4v',
	'video/mpeg': 'mpg mpeg',
	'video/ogg': 'ogv',
	'video/quicktime': 'mov',
	'video/webm': 'webm',
	'video/x-flv': 'flv',
	'video/x-matroska': 'mkv',
	'video/x-ms-wmv': 'wmv',
	'video/x-msvideo': 'avi',
};

/** Other names of these types. */
const OTHER_TYPES: Record<string, string> = {
	'application/csv': 'text/csv',
	'application/x-pdf': 'application/pdf',
	'application/x-rar-compressed': 'application/vnd.rar',
	'application/x-zip-compressed': 'application/zip',
	'audio/mp3': 'audio/mpeg',
	'audio/opus': 'audio/ogg',
	'audio/x-m4a': 'audio/mp4',
	'audio/x-wav': 'audio/wav',
	'image/jpg': 'image/jpeg',
	'image/pjpeg': 'image/jpeg',
	'image/vnd.microsoft.icon': 'image/x-icon',
	'text/rtf': 'application/rtf',
	'text/xml': 'application/xml',
};

const TYPES = new Map(
	Object.entries(EXTENSIONS).flatMap(([type, extensions]) =>
		extensions.split(' ').map((extension): [string, string] => [extension, type]),
	),
);

/** The type of a file of which nothing is known but its bytes. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** Types that servers give files to make browsers save them, whatever they are. */
const SAYS_NOTHING =
	/^(|application\/(octet-stream|x-octet-stream|binary|x-binary|unknown|x-unknown|(x-)?(force-)?download|save(-as)?)|binary\/octet-stream|unknown\/unknown)$/;

/** @returns a MIME type in lower case and without its parameters, such as `audio/ogg` of `audio/ogg; codecs=opus` */
export function bareType(mimeType: string): string {
	return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

/** @returns whether a type says nothing, as the types of stored files often do. Then the bytes tell. */
export function isUnknownType(mimeType: string): boolean {
	return SAYS_NOTHING.test(bareType(mimeType));
}

/** @returns the MIME type of files with an extension; undefined if it isn't a known one */
export function typeOfExtension(extension: string): string | undefined {
	return TYPES.get(extension.toLowerCase());
}

/** @returns the extension of a file of a MIME type; undefined if it isn't one of the usual ones */
export function extensionOfType(mimeType: string): string | undefined {
	const type = bareType(mimeType);
	if (isUnknownType(type)) return undefined;
	return (
		EXTENSIONS[OTHER_TYPES[type] ?? type]?.split(' ')[0] ?? /\/([a-z\d]{1,5})$/.exec(type)?.[1]
	);
}

/** The first bytes of files (magic numbers), by their type. Those of Office are archives: see {@link IN_ARCHIVES}. */
const BEGINNINGS: Array<[RegExp | string, string]> = [
	[/^\xFF\xD8\xFF/, 'image/jpeg'],
	[/^\x89PNG/, 'image/png'],
	[/^GIF8/, 'image/gif'],
	[/^RIFF....WEBP/s, 'image/webp'],
	[/^RIFF....WAVE/s, 'audio/wav'],
	[/^RIFF....AVI /s, 'video/x-msvideo'],
	[/^OggS/, 'audio/ogg'],
	[/^#!AMR/, 'audio/amr'],
	[/^fLaC/, 'audio/flac'],
	[/^\xFF[\xF0\xF1\xF8\xF9]/, 'audio/aac'],
	[/^(ID3|\xFF[\xE0-\xFD])/, 'audio/mpeg'],
	[/^....ftyp(hei|hev|mif1|msf1)/s, 'image/heic'],
	[/^....ftypavi/s, 'image/avif'],
	[/^....ftypM4[AB]/s, 'audio/mp4'],
	[/^....ftypqt/s, 'video/quicktime'],
	[/^....ftyp3g/s, 'video/3gpp'],
	[/^....ftyp/s, 'video/mp4'],
	[/^.E\xDF\xA3/s, 'video/webm'],
	[/^(II\*\0|MM\0\*)/, 'image/tiff'],
	[/^BM.{4}\0{4}/s, 'image/bmp'],
	[/^%PDF/, 'application/pdf'],
	[/^\{\\rtf/, 'application/rtf'],
	[/^Rar!/, 'application/vnd.rar'],
	[/^7z\xBC\xAF/, 'application/x-7z-compressed'],
	['\x1F\x8B', 'application/gzip'],
	[/^(\xEF\xBB\xBF)?\s*<(!doctype html|html)/i, 'text/html'],
	[/^(\xEF\xBB\xBF)?<\?xml/, 'application/xml'],
	[/^BEGIN:VCARD/i, 'text/vcard'],
	[/^BEGIN:VCALENDAR/i, 'text/calendar'],
	[/^OFXHEADER/, 'application/x-ofx'],
];

/** Archives, of Office or of any files. */
const ARCHIVES = ['PK\x03\x04', '\xD0\xCF\x11\xE0'];

/** What archives contain that are files of a program. The older ones have names with two bytes a letter. */
const IN_ARCHIVES: Array<[string, string]> = [
	['mimetypeapplication/epub+zip', 'epub'],
	['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
	['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
	['mimetypeapplication/vnd.oasis.opendocument.presentation', 'odp'],
	['word/document.xml', 'docx'],
	['xl/workbook.xml', 'xlsx'],
	['ppt/presentation.xml', 'pptx'],
	['AndroidManifest.xml', 'apk'],
	['W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'doc'],
	['W\0o\0r\0k\0b\0o\0o\0k\0', 'xls'],
	['P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0', 'ppt'],
	['_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0', 'msg'],
];

function typeOfArchive(bytes: Buffer): string {
	const [, extension] = IN_ARCHIVES.find(([name]) => bytes.includes(name, 0, 'latin1')) ?? [];
	const isZip = bytes.toString('latin1', 0, 2) === 'PK';
	return typeOfExtension(extension ?? (isZip ? 'zip' : '')) ?? UNKNOWN_TYPE;
}

/** The longest beginning that tells a type. */
const BEGINNING_BYTES = 64;

/**
 * Tells the type of a file by its bytes (MIME sniffing).
 *
 * @param bytes the whole file
 * @returns its MIME type, `application/octet-stream` for an archive that may be anything; undefined if it isn't a
 * common one
 */
export function typeOfBytes(bytes: Buffer): string | undefined {
	const beginning = bytes.toString('latin1', 0, BEGINNING_BYTES);
	if (ARCHIVES.some((start) => beginning.startsWith(start))) return typeOfArchive(bytes);
	return BEGINNINGS.find(([start]) =>
		typeof start === 'string' ? beginning.startsWith(start) : start.test(beginning),
	)?.[1];
}

/** The same for a file in Base64. See {@link typeOfBytes}. */
export function typeOfBase64(base64: string): string | undefined {
	// Only what an archive contains stands further behind.
	const isArchive = /^(UEsDB|0M8R4)/.test(base64);
	return typeOfBytes(Buffer.from(isArchive ? base64 : base64.slice(0, 88), 'base64'));
}
