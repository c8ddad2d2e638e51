import type { ExtensionContext } from 'vscode';
import { recordFromText } from '../../../src/accounts/accountRecord';
import { AccountStore } from '../../../src/accounts/accountStore';
import { find, homeFromEnvironment } from '../../bench/activationFiles';

/** Stands in the product's place for one start of the host, and leaves an account as the product would. */
export async function activate({ secrets, globalState }: ExtensionContext): Promise<void> {
  const record = recordFromText(JSON.stringify(find(homeFromEnvironment(), 'record')));
  if (record?.token === undefined) throw new Error('There is nobody to sign in.');
  const store = new AccountStore(secrets, globalState);
  await store.save(record.account, record.token);
  store.dispose();
}
