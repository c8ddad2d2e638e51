import type { FromPage } from '../../protocol/conversation';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

acquireVsCodeApi().postMessage({ type: 'ready' });
