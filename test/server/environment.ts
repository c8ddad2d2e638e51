/** What a real server is told by its environment, beside `OVERWRITE_SETTING_<id>`. */
export interface Environment {
  /** Under test no call needs a second factor. */
  readonly isTest: boolean;
  readonly isDevelopment: boolean;
  /** Who knows it may make tokens for others; undefined: nobody may. */
  readonly tokenSecret: string | undefined;
}

export function environmentIn(env: NodeJS.ProcessEnv): Environment {
  const { TEST_MODE, NODE_ENV, CREATE_TOKENS_FOR_USERS, CREATE_TOKENS_FOR_USERS_SECRET } = env;
  return {
    isTest: TEST_MODE === 'true',
    isDevelopment: NODE_ENV === 'development',
    tokenSecret: CREATE_TOKENS_FOR_USERS === 'true' ? CREATE_TOKENS_FOR_USERS_SECRET : undefined,
  };
}
