import type { LambdaHost } from '../aws/lambda-host.ts';
import type { Meter } from '../aws/usage.ts';
import type { Clock } from '../clock/clock.ts';
import type { Model } from '../template/model.ts';
import { proxyEvent, proxyReply, say } from './proxy.ts';
import { routeFinder } from './routes.ts';
import type { PublicPorts } from './server.ts';

/** API Gateway: finds the route among all REST APIs of the templates and asks its function, if its policy allows. */
export function restGateway(model: Model, lambda: LambdaHost, clock: Clock, meter: Meter): PublicPorts['gateway'] {
  const findRoute = routeFinder(model.apis);
  return async (request, url, body) => {
    const match = findRoute(request.method ?? 'GET', url.pathname);
    if (match === undefined) return say(403, 'Missing Authentication Token');
    const { api, route } = match;
    const source = `arn:aws:execute-api:${model.region}:${model.account}:${api.id}/${api.stage}/${request.method}${route.path}`;
    try {
      lambda.mayInvoke(route.functionArn, 'apigateway.amazonaws.com', source);
    } catch {
      return say(500, 'Internal server error');
    }
    const event = proxyEvent(request, url, body, match, model.account, clock.now());
    const answer = await lambda.invoke(route.functionArn, event);
    const reply = 'payload' in answer ? proxyReply(answer.payload) : undefined;
    const { logicalId } = lambda.find(route.functionArn);
    meter.count(logicalId, 'httpRequests');
    meter.count(logicalId, 'httpBytes', Buffer.byteLength(reply?.body ?? ''));
    return reply ?? say(502, 'Internal server error');
  };
}
