// Requests that no route answers: OPTIONS for a path that exists, 405 for a method that it does not take, else 404.

import type { RequestHandler } from 'express';

import { AppError } from '../errors';
import type { ContractDocument } from './document';
import { sendProblem } from './problem';

/** Answers OPTIONS with what the contract lists. Before the routes: Express would answer in plain text by itself. */
export function options(contract: ContractDocument): RequestHandler {
  return (req, res, next) => {
    const methods = contract.methodsAt(req.path);
    if (req.method !== 'OPTIONS' || methods.length === 0) return next();
    res.set('Allow', methods.join(', ')).status(204).end();
  };
}

/** The last stop: what has come here has no route. */
export function unmatched(contract: ContractDocument): RequestHandler {
  return (req, res) => {
    const methods = contract.methodsAt(req.path);
    if (methods.length === 0) {
      throw new AppError('not-found', 'There is no such path. /docs lists those that there are.');
    }
    res.set('Allow', methods.join(', '));
    const detail = `${req.path} does not take ${req.method}, only ${methods.join(', ')}.`;
    sendProblem(req, res, 'method-not-allowed', detail);
  };
}
