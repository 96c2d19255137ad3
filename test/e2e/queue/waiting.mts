export { waitUntil } from '../../launcher/waiting.mts';
