/** What is paid by the month whether or not a journey is open: list prices as in prices.ts. */
export const BY_MONTH = {
  key: { usd: 1, source: 'AWS Key Management Service pricing' },
  secret: { usd: 0.4, source: 'AWS Secrets Manager pricing' },
  alarm: { usd: 0.1, source: 'Amazon CloudWatch pricing, Alarms (standard resolution, each metric)' },
  dashboard: { usd: 3, source: 'Amazon CloudWatch pricing, Dashboards' },
  metric: { usd: 0.3, source: 'Amazon CloudWatch pricing, Metrics (first 10 000)' },
  webAcl: { usd: 5, source: 'AWS WAF pricing' },
  webAclRule: { usd: 1, source: 'AWS WAF pricing' },
} as const;
