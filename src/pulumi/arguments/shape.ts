/* eslint-disable @typescript-eslint/no-explicit-any -- makers take values of every type, which their reader has checked */
import type { Why } from './plain';

/** What may be written at a place of the arguments, and what is made of it. */
export type Shape = (
  | { readonly kind: 'leaf'; readonly type: 'string' | 'number' | 'boolean' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'date' }
  /** Chosen, without anything to be said about it. */
  | { readonly kind: 'flag' }
  /** As Kubernetes knows it. */
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'named'; readonly name: string }
) & {
  /** It has to be known when the program runs; absent: it may be an Output, where its kind can. */
  readonly plain?: Why;
};

export type NamedShape = EnumShape | StructShape | ChoiceShape;

interface EnumShape {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

/** Members that stand beside each other. */
export interface StructShape {
  readonly kind: 'struct';
  readonly members: Members;
  /** What is made of them; absent: they are options of something else. */
  readonly make?: (members: any) => unknown;
}

/** One of several, each under its own name. */
export interface ChoiceShape {
  readonly kind: 'choice';
  readonly members: Readonly<Record<string, ChoiceMember>>;
  /** What may stand beside the one that is chosen. */
  readonly beside: Members;
}

export interface ChoiceMember {
  readonly shape: Shape;
  /** What the value of the member is called by who makes something of it. */
  readonly own?: string;
  readonly make: (own: any, beside: any) => unknown;
}

export type Members = Readonly<Record<string, Member>>;
export type Member = Shape & { readonly needed?: true };
export type Shapes = Readonly<Record<string, NamedShape>>;

export const string: Shape = { kind: 'leaf', type: 'string' };
export const number: Shape = { kind: 'leaf', type: 'number' };
export const boolean: Shape = { kind: 'leaf', type: 'boolean' };
export const duration: Shape = { kind: 'duration' };
export const date: Shape = { kind: 'date' };
export const flag: Shape = { kind: 'flag' };
export const any: Shape = { kind: 'any' };

export function listOf(of: Shape): Shape {
  return { kind: 'list', of };
}

export function mapOf(of: Shape): Shape {
  return { kind: 'map', of };
}

export function named(name: string): Shape {
  return { kind: 'named', name };
}

export function needed(shape: Shape): Member {
  return { ...shape, needed: true };
}
