import { manifestsOf } from './case';
import { findingsIn } from './comparison';
import { found, foundManifests, knownBases } from './found';
import { acceptedAnalyses } from './found-analyses';

test.each(found)('$name is $theirs', ({ rule, theirs, ...one }) => {
  const ours = findingsIn(foundManifests(one)).filter(finding => finding.rule === rule);
  // What they accept and what they break at is of one kind to us: it goes wrong at run time.
  expect(ours.map(finding => finding.class)).toContain(theirs === 'refused' ? 'refused' : 'broken');
  expect(theirs !== 'refused' && ours.some(finding => finding.class === 'refused')).toBe(false);
});

test.each(Object.keys(knownBases))('nothing is wrong with the bundle %s', name => {
  expect(findingsIn(manifestsOf(knownBases[name]!, [])).filter(finding => finding.class === 'refused')).toEqual([]);
});

test.each(acceptedAnalyses)('$name is accepted', one => {
  expect(findingsIn(foundManifests(one))).toEqual([]);
});
