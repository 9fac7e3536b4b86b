import * as ts from 'typescript';
import { everyShape } from '../../../src/pulumi/arguments/component-shapes';
import type { Shape } from '../../../src/pulumi/arguments/shape';

/** What is called otherwise where it is an argument. */
const renamed: Readonly<Record<string, string>> = {
  ITrafficRouter: 'Traffic',
  IMetricSource: 'MetricSource',
  ITelemetry: 'Telemetry',
  IAnalysis: 'Analysis',
  IAction: 'Action',
  AlertChannel: 'AlertChannelOptions',
  AlertChannelProps: 'AlertChannelOptions',
  ExperimentVariantProps: 'ExperimentPods',
};

/** The arguments that stand for an interface or a class of the constructs. */
export function argumentsFor(name: string): string {
  return renamed[name] ?? name;
}

/** A declared type as it may be written; whatever is no type of ours is written as Kubernetes knows it. */
export function typeText(type: ts.TypeNode | undefined): string {
  if (type === undefined) return 'any';
  if (ts.isTypeOperatorNode(type)) return typeText(type.type);
  if (ts.isArrayTypeNode(type)) return `${typeText(type.elementType)}[]`;
  if (ts.isTypeLiteralNode(type)) return `Record<string, ${typeText(type.members.find(ts.isIndexSignatureDeclaration)?.type)}>`;
  if (!ts.isTypeReferenceNode(type)) return ['string', 'number', 'boolean'].includes(type.getText()) ? type.getText() : 'any';
  const name = type.typeName.getText();
  if (name === 'Record') return `Record<string, ${typeText(type.typeArguments?.[1])}>`;
  if (name === 'pulumi.Input') return typeText(type.typeArguments?.[0]);
  if (['Duration', 'Date'].includes(name)) return name;
  return argumentsFor(name) in everyShape ? argumentsFor(name) : 'any';
}

/** The same of a shape. */
export function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'leaf': return shape.type;
    case 'duration': return 'Duration';
    case 'date': return 'Date';
    case 'flag': return 'boolean';
    case 'any': return 'any';
    case 'list': return `${shapeText(shape.of)}[]`;
    case 'map': return `Record<string, ${shapeText(shape.of)}>`;
    case 'named': return shape.name;
  }
}
