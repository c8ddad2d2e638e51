import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { samePlace, type Place } from '../model/place';
import { composePlace } from './composePlace';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { isStagedSource } from './composeFileViews';
import type { MakePart } from './part';
import type { FromCompose, ToCompose } from './protocol/compose';
import type { FromPage, ToPage } from './protocol/conversation';

type SharedFromPage = Extract<FromCompose, FromPage>;
type SharedToPage = Extract<ToCompose, ToPage>;

/** A part of conversations that serves composers too: the room in hand is that of the first target. */
export function sharedPart(make: MakePart): MakeComposePart {
  return (composer): ComposePart => {
    const lifetime = new Lifetime();
    const changed = lifetime.own(new Emitter<Place | undefined>());
    let place = composePlace(composer.session, composer.draft.form);
    lifetime.own(
      composer.draft.onDidChange((change) => {
        const now = composePlace(composer.session, composer.draft.form);
        if (change !== 'form' || samePlace(now, place)) return;
        place = now;
        changed.fire(place);
      }),
    );
    const part = lifetime.own(
      make({
        session: composer.session,
        get place() {
          return place;
        },
        onDidChangePlace: changed.event,
        signal: composer.signal,
        tell: (message) => tellShared(composer, message),
      }),
    );
    return {
      begin: () => part.begin(),
      heed: (message) => isShared(message) && part.heed(message),
      dispose: () => lifetime.dispose(),
    };
  };
}

/** What a composer does not know, it is not told. */
function tellShared(composer: OpenComposer, message: ToPage): void {
  if (isForComposers(message)) composer.tell(message);
}

const told: ReadonlySet<ToPage['type']> = new Set([
  'setup',
  'emoji',
  'recentEmoji',
  'media',
  'completions',
] as const satisfies readonly SharedToPage['type'][]);

function isForComposers(message: ToPage): message is SharedToPage {
  return told.has(message.type);
}

const said: ReadonlySet<FromCompose['type']> = new Set([
  'openPath',
  'code',
  'download',
  'media',
  'complete',
] as const satisfies readonly SharedFromPage['type'][]);

/** Pictures that are not sent yet lie with nobody but us. */
function isShared(message: FromCompose): message is SharedFromPage {
  if (message.type === 'media' && isStagedSource(message.source)) return false;
  return said.has(message.type);
}
