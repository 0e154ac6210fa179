import { availableParallelism, hostname, userInfo } from 'node:os';
import { join } from 'node:path';

/** The two nodes of the cluster, both this machine, half of its cores each. */
export const NODES = ['node-1', 'node-2'];

/** A slurm.conf for loopback and whoever runs it: no systemd, no cgroups, no accounting. */
export function slurmConf(folder, [controlPort, ...nodePorts]) {
  const [host] = hostname().split('.');
  const user = userInfo().username;
  const cores = Math.max(1, Math.floor(availableParallelism() / NODES.length));
  const settings = {
    ClusterName: 'tanji',
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmctldPort: controlPort,
    SlurmUser: user,
    SlurmdUser: user,
    AuthType: 'auth/munge',
    AuthInfo: `socket=${join(folder, 'munge.socket')}`,
    CredType: 'cred/munge',
    StateSaveLocation: join(folder, 'state'),
    SlurmdSpoolDir: join(folder, 'spool-%n'),
    SlurmctldPidFile: join(folder, 'slurmctld.pid'),
    SlurmdPidFile: join(folder, 'slurmd-%n.pid'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    MpiDefault: 'none',
    MailProg: '/bin/true',
  };
  return [
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    ...NODES.map((node, index) => `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${nodePorts[index]} CPUs=${cores}`),
    'PartitionName=shards Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
    '',
  ].join('\n');
}
