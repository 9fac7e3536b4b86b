// All that is looked at with a real engine of Pulumi, in the order of the report.
import { plays as equal } from './equal';
import { plays as experiment } from './experiment';
import { plays as languages } from './languages';
import { plays as manifests } from './manifests';
import { plays as mistakes } from './mistakes';
import { plays as plain } from './plain';
import { plays as releases } from './releases';
import { plays as speed } from './speed';
import { plays as waiting } from './waiting';
import type { Play } from '../play';

export const plays: readonly Play[] = [...equal, ...releases, ...experiment, ...manifests, ...waiting, ...mistakes, ...plain, ...languages, ...speed];
