/* All of Flagger's engine, loaded when somebody asks for it: most programs never do. */
export { renderFlaggerAlertProvider } from './alert-provider';
export { renderFlaggerPublished } from './published';
export { renderFlagger } from './render';
