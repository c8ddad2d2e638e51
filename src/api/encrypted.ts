/** What is said in an encrypted message, or known of an encrypted file. */
export interface EncryptedContent {
  /** `rc.v1.aes-sha2` or `rc.v2.aes-sha2`. */
  readonly algorithm: string;
  /** Base64. */
  readonly ciphertext: string;
  /** Id of the key; `rc.v2` only. */
  readonly kid?: string;
  /** Initialization vector in base64; `rc.v2` only. */
  readonly iv?: string;
}

/** Whom an encrypted message mentions: the server cannot read it. */
export interface EncryptedMentions {
  /** User names with `@`. */
  readonly e2eUserMentions?: readonly string[];
  /** Channel names with `#`. */
  readonly e2eChannelMentions?: readonly string[];
}
