import { diff, go, output, shell, sql, ts, yaml } from './code';
import { said } from './script';

export const confirmationReview = said(
  'grace',
  '8 13:45',
  'First half of the answer, https://git.heron.example/heron/dispatch/pulls/288. A confirmation carries an `Idempotency-Key`, and the handler starts like this:',
  go`
    func (s *Server) Confirm(w http.ResponseWriter, r *http.Request) {
    	key := r.Header.Get("Idempotency-Key")
    	if known, ok := s.seen.Get(key); ok {
    		write(w, known)
    		return
    	}
    	reply, err := s.confirm(r.Context(), r.Body)
    	// …
    	s.seen.Put(key, reply)
    	write(w, reply)
    }
  `,
)
  .named('idempotency')
  .reacted(':eyes:', 'alice jonas')
  .starred('alice')
  .answered(
    said(
      'alice',
      '13:58',
      'Two requests with the same key at the same moment both miss `seen`, and both confirm. A tunnel has two ends.',
    ),
    said('grace', '14:02', 'Argh, yes. A mutex per key?'),
    said('ben', '14:06', 'We have twelve pods. :innocent:').reacted(':joy:', 'alice grace jonas'),
    said(
      'alice',
      '14:15',
      'Let the database decide, it is the only one that all pods ask anyway:',
      sql`
        INSERT INTO confirmations (key, stop_id, delivered_at)
        VALUES ($1, $2, $3)
        ON CONFLICT (key) DO NOTHING
        RETURNING id;
      `,
      'No row comes back: somebody else was first. Read theirs and answer with that.',
    ).reacted(':100:', 'grace ben jonas'),
    said(
      'grace',
      '14:50',
      'Shorter than what I had:',
      go`
        id, err := q.InsertConfirmation(ctx, key, stop, at)
        if errors.Is(err, pgx.ErrNoRows) {
        	return q.ConfirmationByKey(ctx, key) // another request was first
        }
      `,
    ),
    said('jonas', '15:02', 'What if the same key comes with *another* stop? A bug in the app, say.'),
    said(
      'grace',
      '15:05',
      '422, loudly. We store a hash of the body beside the key. Good question for a first day!',
    ).reacted(':star2:', 'alice mei nadia'),
    said('alice', '15:20', 'Approved. Can the test drop every tenth answer, as the tunnel does?').reacted(
      ':white_check_mark:',
      'grace',
    ),
  );

export const migrationReview = said(
  'jonas',
  '7 09:12',
  'My first migration, please be cruel:',
  sql`
    ALTER TABLE confirmations ADD COLUMN key text NOT NULL DEFAULT gen_random_uuid()::text;
    CREATE UNIQUE INDEX confirmations_key ON confirmations (key);
  `,
).answered(
  said(
    'tomas',
    '09:20',
    'A volatile default rewrites all 212 million rows under an exclusive lock. Nobody confirms anything for about forty minutes.',
  ),
  said('jonas', '09:22', ':scream: That is cruel enough, thank you.'),
  said(
    'tomas',
    '09:35',
    'Three steps instead, each of which can be repeated:',
    sql`
      -- 1. instantly
      ALTER TABLE confirmations ADD COLUMN key text;

      -- 2. takes an hour, locks nothing; not inside a transaction
      CREATE UNIQUE INDEX CONCURRENTLY confirmations_key ON confirmations (key);

      -- 3. new rows must have one; old ones stay NULL, and NULLs never collide
      ALTER TABLE confirmations
        ADD CONSTRAINT key_present CHECK (key IS NOT NULL) NOT VALID;
    `,
  )
    .reacted(':ok_hand:', 'grace alice')
    .starred('jonas alice'),
  said('jonas', '09:41', 'So `NOT VALID` means "from now on"?'),
  said(
    'grace',
    '09:44',
    'Yes. And if step 2 fails, it leaves an invalid index behind: drop it, then start again.',
  ),
  said('tomas', '6 13:30', 'The index is built. 52 minutes, and nobody felt anything.').reacted(
    ':tada:',
    'jonas grace',
  ),
);

export const streamReview = said(
  'alice',
  '7 15:10',
  'The console reconnects its event stream after sleep, and then misses what happened in between. I would like to say where I stopped:',
  ts`
    const stream = new EventSource(url, { withCredentials: true });
    stream.addEventListener('tour', (event) => {
      lastId = event.lastEventId;
      apply(parseTour(event.data));
    });
  `,
  'The browser sends `Last-Event-ID` by itself when it reconnects. Could the server honour it?',
).answered(
  said('grace', '15:22', 'It could if events had an order. They have one per depot, not over all.'),
  said('alice', '15:25', 'Per depot is what a dispatcher looks at.'),
  said(
    'grace',
    '16:04',
    'Then it is this. The ring keeps ten minutes, after that the answer is "start over":',
    go`
      since, err := strconv.ParseUint(r.Header.Get("Last-Event-ID"), 10, 64)
      missed, complete := s.ring(depot).After(since)
      if err != nil || !complete {
      	send(w, "reset", nil) // the client loads everything
      }
      for _, event := range missed {
      	send(w, event.Kind, event)
      }
    `,
  ).reacted(':heart_eyes:', 'alice'),
  said(
    'alice',
    '16:20',
    'A `reset` that is explicit, beautiful. In the console it is the path of the first load, so it is tested every morning.',
  ).reacted(':white_check_mark:', 'grace'),
  said('mei', '6 07:40', 'I take the same for the app, please do not change it again. :pray:'),
);

export const leakReview = said(
  'tomas',
  '5 09:02',
  'dispatch grows by 40 goroutines an hour and never shrinks. Since the new bus client, I believe:',
  output`
    goroutine profile: total 6412
    5980 @ 0x43e2b6 0x40a1d2 0x409d18 0x9c1f45
    #  0x9c1f44  heron/bus.(*Client).await+0x84  bus/client.go:131
  `,
).answered(
  said(
    'grace',
    '09:15',
    'Line 131 waits for an answer that never comes if the caller has given up:',
    go`
      func (c *Client) await(id string) Reply {
      	replies := make(chan Reply)
      	c.waiting.Store(id, replies)
      	return <-replies
      }
    `,
  ),
  said(
    'alice',
    '09:24',
    'It does not take a `context`, so nobody can tell it:',
    diff`
      -func (c *Client) await(id string) Reply {
      -	replies := make(chan Reply)
      +func (c *Client) await(ctx context.Context, id string) (Reply, error) {
      +	replies := make(chan Reply, 1)
       	c.waiting.Store(id, replies)
      -	return <-replies
      +	defer c.waiting.Delete(id)
      +	select {
      +	case reply := <-replies:
      +		return reply, nil
      +	case <-ctx.Done():
      +		return Reply{}, ctx.Err()
      +	}
       }
    `,
    'With room for one, a late answer does not block its sender either.',
  )
    .reacted(':+1:', 'grace ben tomas')
    .starred('grace'),
  said(
    'grace',
    '09:40',
    'And a `goleak.VerifyTestMain` for the package, then the next one fails in the test. Thanks!',
  ),
  said('tomas', '3 09:05', 'Flat line since yesterday. 212 goroutines, as boring as I like it.').reacted(
    ':zzz:',
    'grace alice',
  ),
);

export const healthReview = said(
  'tomas',
  '3 13:20',
  'During a deployment we lose about 30 requests. My reading of the manifest: we say *ready* before we are, and die before we are asked to.',
  yaml`
    readinessProbe:
      httpGet: { path: /, port: 8080 }
      periodSeconds: 10
    terminationGracePeriodSeconds: 5
  `,
).answered(
  said(
    'grace',
    '13:32',
    '`/` is the landing page. It answers before the pool has a single connection. :facepalm:',
  ),
  said(
    'tomas',
    '13:50',
    'Proposal:',
    diff`
       readinessProbe:
      -  httpGet: { path: /, port: 8080 }
      -  periodSeconds: 10
      -terminationGracePeriodSeconds: 5
      +  httpGet: { path: /ready, port: 8080 }   # pool open, bus joined
      +  periodSeconds: 2
      +lifecycle:
      +  preStop:
      +    sleep: { seconds: 4 }                 # until the load balancer has heard
      +terminationGracePeriodSeconds: 45
    `,
  ),
  said('ben', '14:02', 'Why 45?'),
  said(
    'tomas',
    '14:05',
    'The longest request we allow is 30 s. 4 to be forgotten, 30 to finish, and some air.',
  ),
  said(
    'grace',
    '14:40',
    'Tried with load while restarting all pods, twice:',
    shell`
      $ oha -z 60s -c 50 https://staging.heron.example/tours/tr_19 | grep -A2 'Status code'
      Status code distribution:
        [200] 184211 responses
    `,
    'Not one lost.',
  ).reacted(':tada:', 'tomas ben nadia'),
);
