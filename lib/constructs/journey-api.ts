import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { JourneyFunction } from './journey-function.ts';
import { keptLog } from './kept-log.ts';
import { pin } from './pin.ts';

export interface JourneyApiProps {
  readonly description: string;
  readonly logsKey: IKey;
  /** Whether a path is a bearer token. Then neither traces nor the service's own execution log are written: both keep it. */
  readonly secretPaths: boolean;
  /** Whether files pass: the service then hands over every body as bytes, because browsers ask for text before anything else. */
  readonly files: boolean;
  /** Requests a second, and how many at once above it. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** Own domain. With one, the endpoint under amazonaws.com is closed. */
  readonly domain?: { readonly host: string; readonly certificateArn: string };
}

/** What is logged of a request: the pattern of its path, never the path, and no address of a person. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    method: '$context.httpMethod',
    resource: '$context.resourcePath',
    status: '$context.status',
    bytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    caller: '$context.identity.caller',
    error: '$context.error.responseType',
  }),
);

/** A regional REST API: access log, throttling, no stored bodies. Routes hand the whole request to a function. */
export class JourneyApi extends Construct {
  readonly api: RestApi;
  /** What the DNS record of the own domain must point to: name and hosted zone of the regional endpoint. */
  readonly dnsTarget?: { readonly name: string; readonly hostedZoneId: string };

  constructor(scope: Construct, id: string, props: JourneyApiProps) {
    super(scope, id);
    const logGroup = keptLog(this, 'AccessLog', props.logsKey);
    this.api = pin(
      new RestApi(this, 'Api', {
        restApiName: id,
        description: props.description,
        endpointTypes: [EndpointType.REGIONAL],
        disableExecuteApiEndpoint: props.domain !== undefined,
        cloudWatchRole: false,
        ...(props.files ? { binaryMediaTypes: ['*/*'] } : {}),
        deployOptions: {
          stageName: 'live',
          accessLogDestination: new LogGroupLogDestination(logGroup),
          accessLogFormat: accessLog,
          loggingLevel: props.secretPaths ? MethodLoggingLevel.OFF : MethodLoggingLevel.ERROR,
          dataTraceEnabled: false,
          metricsEnabled: true,
          tracingEnabled: !props.secretPaths,
          throttlingRateLimit: props.throttle.rate,
          throttlingBurstLimit: props.throttle.burst,
        },
        ...(props.domain === undefined
          ? {}
          : {
              domainName: {
                domainName: props.domain.host,
                certificate: Certificate.fromCertificateArn(this, 'Certificate', props.domain.certificateArn),
                endpointType: EndpointType.REGIONAL,
                securityPolicy: SecurityPolicy.TLS_1_2,
              },
            }),
      }),
      id,
    );
    if (this.api.domainName !== undefined)
      this.dnsTarget = {
        name: this.api.domainName.domainNameAliasDomainName,
        hostedZoneId: this.api.domainName.domainNameAliasHostedZoneId,
      };
  }

  /** @param path without leading slash, e.g. `sign-offs/{token}` */
  route(method: 'GET' | 'POST', path: string, to: JourneyFunction, options: MethodOptions = {}): void {
    this.api.root
      .resourceForPath(path)
      .addMethod(method, new LambdaIntegration(to.fn, { allowTestInvoke: false }), options);
  }
}
