const split = (text: string) => text.split(' ');

export const firstNames = split(
  'ada amir anouk bela bruno carmen chen clara dario dina edgar elif emil esther farid fiona gita greta hana hugo ' +
    'ilse imran iris jakob joana karim kira lars leila luca maja malik marta milan nora omar paula pedro petra rania ' +
    'rosa ruben selma silas tara theo uma vera viktor wanda yara yusuf zita',
);

export const lastNames = split(
  'abel adler arslan bauer berg bianchi blanc costa dahl dubois egger eriksen falk ferrari fox garcia haas hansen ' +
    'horvat ito jansen kaya keller kim klein kovac lang larsen lehner lopez mancini marek meyer moser nagy nilsen ' +
    'novak okoye olsen park peeters petrov ricci roth sato silva sommer tran ueda vargas vogel wolf yilmaz zanetti',
);

/** A room's name is one of each. */
export const areas = split(
  'api app audit auth backend billing bikes booking build cache carbon catalog checkout cloud console courier ' +
    'customs dashboard data delivery depot design desk devices dispatch docs drivers edge events export fleet forms ' +
    'frontend gateway geo graph hiring import insights invoices kiosk labels legal locker map metrics mobile network ' +
    'notify onboarding orders parcels partners payments pilot planner pricing quality queue reports returns rollout ' +
    'routing scanner scheduler search security shipping signals sorting stock storage support tariffs tracking ' +
    'traffic training transit vans warehouse weather web',
);

export const purposes = split(
  'alerts announcements archive backlog basel berlin bugs ci core crew daily demo dev discussion exam experiments ' +
    'feedback graz handover help hotline ideas incidents kiel lab lausanne leads lisbon logs lyon meetup migration ' +
    'munich news night ops oslo planning porto prague projects questions random releases research retro review rome ' +
    'roundtable sandbox sprint standup status stuttgart team tests tools triage turin users vienna watch weekly zurich',
);

/** What the blanks of the sentences are filled with. */
export const blanks: Readonly<Record<string, readonly string[]>> = {
  thing: split(
    'build cache cluster config counter dashboard deploy endpoint export filter form importer index job label ' +
      'limiter login map migration page parser pipeline planner queue release replica report retry route scanner ' +
      'schema script sensor session snapshot sync table test timeout token tour upload validator view webhook worker',
  ),
  place: split(
    'staging production testing Berlin Lyon Vienna Zurich Lisbon Prague Oslo Turin Graz Kiel accounting dispatch support',
  ),
  state: [
    ...split('broken fixed slow green red stuck empty stale ready faster noisy flaky gone back'),
    'up to date',
    'as good as done',
    'worse than before',
  ],
  when: [
    'yesterday',
    'this morning',
    'Monday',
    'the last release',
    'lunch',
    'the update',
    'last week',
    'an hour ago',
  ],
  deadline: ['today', 'tomorrow', 'Friday', 'the next release', 'the end of the week', 'noon'],
  action: [
    'look into',
    'roll back',
    'restart',
    'review',
    'rewrite',
    'measure',
    'document',
    'test',
    'drop',
    'split',
  ],
  cause: [
    'the clock was off',
    'somebody renamed a column',
    'the disk was full',
    'two of them ran at once',
    'a certificate had expired',
    'nobody had told the proxy',
    'it retried for ever',
    'the cache was never cleared',
  ],
};
