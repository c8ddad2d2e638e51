import type { PostingObstacle } from '../../../../src/model/posting';
import type { FaceKind, NoticeKind } from '../../../../src/webview/placeState';
import type { BoxView, Face } from '../../../../src/webview/protocol/conversation';
import { messageViews } from '../../makers/views';
import { hostWords } from '../hostWords';
import { longName, type Scene, scene } from './scene';

interface Faces {
  readonly faces: Record<FaceKind, Face>;
  readonly notices: Record<NoticeKind, Face>;
  readonly boxes: Record<PostingObstacle, BoxView>;
}

/** Each by its name, so that none is forgotten. */
const kinds: { readonly [Part in keyof Faces]: Readonly<Record<keyof Faces[Part], true>> } = {
  faces: {
    ...{ signedOut: true, expired: true, locked: true, restoring: true, elsewhere: true, noRoom: true },
    ...{ loading: true, waiting: true, offline: true, gone: true, forbidden: true, join: true, failed: true },
  },
  notices: { offline: true, waiting: true, failed: true },
  boxes: {
    ...{ notJoined: true, archived: true, encrypted: true, blocked: true },
    ...{ silenced: true, broadcast: true, readOnly: true },
  },
};

const words = {
  server: 'chat.example.org',
  account: 'ann @ chat.example.org',
  room: longName,
  wait: 12,
  reason: 'The server answered with something else than what was asked for (502).',
};

/** Everything that the host says instead of messages, above the box, and instead of the box. */
export function faceScenes(): readonly Scene[] {
  const { faces, notices, boxes } = englishFaces();
  return [
    ...Object.entries(faces).map(([kind, face]) =>
      scene(`face-${kind}`, { place: placeOf(kind, face), messages: [] }),
    ),
    ...Object.entries(notices).map(([kind, notice]) => scene(`notice-${kind}`, { place: { notice } })),
    ...Object.entries(boxes).map(([kind, box]) =>
      scene(`closed-${kind}`, { place: { box, title: longName } }),
    ),
    scene('empty', { messages: [] }),
    ...olderScenes,
  ];
}

/** Where nobody is signed in, or no room is chosen, there is none to be named. */
function placeOf(kind: string, face: Face) {
  const isBare = ['signedOut', 'expired', 'locked', 'restoring', 'elsewhere', 'noRoom'].includes(kind);
  const box = { state: 'none' } as const;
  if (!isBare) return { face, box, title: longName };
  return { face, box, place: undefined, title: 'Conversation', icon: 'comment-discussion' };
}

const olderScenes = [
  { state: 'loading' } as const,
  { state: 'waiting', text: 'Older in 12 s' } as const,
  { state: 'failed', text: words.reason } as const,
].map((older) =>
  scene(`older-${older.state}`, { messages: messageViews(3), view: { hasOlder: true, older } }),
);

function englishFaces(): Faces {
  // The names are compared with the types by the compiler, the values by their makers.
  return hostWords(`
    import { closedBox, faceView, noticeView } from './src/webview/placeView';
    const words = ${JSON.stringify(words)};
    const each = (make, kinds) => Object.fromEntries(kinds.map((kind) => [kind, make(kind, words)]));
    export const made = {
      faces: each(faceView, ${JSON.stringify(Object.keys(kinds.faces))}),
      notices: each(noticeView, ${JSON.stringify(Object.keys(kinds.notices))}),
      boxes: each(closedBox, ${JSON.stringify(Object.keys(kinds.boxes))}),
    };`) as Faces;
}
