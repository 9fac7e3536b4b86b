import { blueGreenStages } from './blue-green-stages';
import { canaryStages } from './canary-stages';
import type { StageRow, StageTable } from './stage-table';
import type { RolloutNode } from '../graph/rollout';

/** Reads the course of a release from the manifest of its rollout. */
export function stageTable(rollout: RolloutNode): StageTable {
  return rollout.blueGreen.exists ? blueGreenStages(rollout) : canaryStages(rollout);
}

/** The table for a terminal. */
export function formatStages(table: StageTable): string {
  const cells = [headingsOf(table), ...table.rows.map(cellsOf)];
  const widths = cells[0].map((_, column) => Math.max(...cells.map(row => row[column].length)));
  return cells.map(row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

/** The table for a document. */
export function formatStagesAsMarkdown(table: StageTable): string {
  const headings = headingsOf(table);
  // an expression has characters that mean something in a table
  const rows = table.rows.map(cellsOf).map(row => row.map(cell => cell.replace(/[|*\\]/g, '\\$&')));
  return [headings, headings.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

function headingsOf({ versions }: StageTable): string[] {
  return ['stage', ...versions, 'then'];
}

function cellsOf({ name, share, actions }: StageRow): string[] {
  const percent = (part: number) => `${part} %`;
  return [name, share === undefined ? '?' : percent(100 - share), share === undefined ? '?' : percent(share), actions.join('; ')];
}
