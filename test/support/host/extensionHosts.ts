import { run } from './command';

/** Ends those of one server of VS Code as a crash would: nothing can be written any more. */
export async function killExtensionHosts(serverPid: number): Promise<void> {
  const processes = await run('ps', ['-A', '-o', 'pid=,pgid=,args=']);
  const pids = processes.split('\n').flatMap((line) => {
    const [, pid, group, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(group) === serverPid && args.includes('--type=extensionHost') ? [Number(pid)] : [];
  });
  if (pids.length === 0) throw new Error('No extension host is running.');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}
