import { Lifetime } from '../base/lifetime';
import { sameValue } from '../model/sameValue';
import { usualSettings } from '../model/serverSettings';
import type { Session } from '../model/session';
import { preferencesFromWire } from '../model/user';
import type { MakePart, Part } from './part';
import type { Setup } from './protocol/conversation';

/** Where a page stands, and in which language. */
export interface SetupOptions {
  readonly locale: string;
  readonly home: Setup['home'];
}

/** What a page has to know before all else; of nobody in particular while nobody is signed in. */
export function setupOf(session: Session | undefined, { locale, home }: SetupOptions): Setup {
  const { hourCycle, sendsOn, showsAvatars } = session?.preferences ?? usualPreferences;
  const { groupingPeriod, timeFormat } = session?.knownSettings ?? usualSettings;
  return {
    locale,
    home,
    hourCycle: hourCycle ?? hourCycleOf(locale, timeFormat),
    me: meOf(session),
    sendsOn,
    groupingPeriod,
    showsAvatars,
  };
}

function meOf(session: Session | undefined): Setup['me'] {
  return session
    ? { id: session.account.userId, username: session.account.username }
    : { id: '', username: '' };
}

const usualPreferences = preferencesFromWire();

/** Tells it, and again when the person or the server has changed it. */
export function setupPart(options: SetupOptions): MakePart {
  return (page): Part => {
    const lifetime = new Lifetime();
    let told: Setup | undefined;
    const tell = () => {
      const setup = setupOf(page.session, options);
      if (!sameValue(setup, told)) page.tell({ type: 'setup', setup });
      told = setup;
    };
    lifetime.own(page.session.onDidChangePreferences(tell));
    lifetime.own(page.session.rights.onDidChange(tell));
    return {
      begin: () => {
        told = undefined;
        tell();
      },
      heed: () => false,
      dispose: () => lifetime.dispose(),
    };
  };
}

/** As the server writes the time (moment.js), unless it leaves that to the language. */
function hourCycleOf(locale: string, timeFormat: string): Setup['hourCycle'] {
  if (/[Hk]/.test(timeFormat)) return 'h23';
  if (timeFormat.includes('h')) return 'h12';
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return hour12 === true ? 'h12' : 'h23';
}
