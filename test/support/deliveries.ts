import { emptyComposition, type Composition } from '../../src/model/composition';
import { CompositionDelivery, type DeliveryOptions } from '../../src/model/compositionDelivery';
import type { Session } from '../../src/model/session';
import type { StandIn, StartOptions } from '../server/server';
import { eachWithSessions } from './serverSessions';

interface Deliveries {
  readonly server: () => StandIn;
  readonly sessionOf: (username: string) => Session;
  /** Ann's, who knows her own rights and rooms. */
  readonly signedIn: () => Promise<Session>;
  /** Whoever is asked something that the test does not answer fails. */
  readonly deliver: (
    session: Session,
    form: Composition,
    options?: Partial<DeliveryOptions>,
  ) => CompositionDelivery;
}

/** A fresh server for each test of the suite, and deliveries over it that end with the test. */
export function eachWithDeliveries(options: StartOptions = {}): Deliveries {
  const { server, sessionOf } = eachWithSessions(options);
  const deliveries: CompositionDelivery[] = [];
  afterEach(() => deliveries.splice(0).forEach((delivery) => delivery.dispose()));
  const nobody = () => Promise.reject(new Error('Nobody asked for that'));

  async function signedIn(): Promise<Session> {
    const session = sessionOf('ann');
    await session.sync.refresh('person');
    return session;
  }

  function deliver(session: Session, form: Composition, over: Partial<DeliveryOptions> = {}) {
    const delivery = new CompositionDelivery(session, form, {
      ...{ confirmJoin: nobody, askForCode: nobody },
      ...over,
    });
    deliveries.push(delivery);
    return delivery;
  }

  return { server, sessionOf, signedIn, deliver };
}

/** The message *hello*, to each of them. */
export function helloTo(...entries: readonly string[]): Composition {
  const targets = entries.map((entry) => ({ entry, label: entry.replace(/^[#@]/, '') }));
  return { ...emptyComposition, targets, text: 'hello' };
}
