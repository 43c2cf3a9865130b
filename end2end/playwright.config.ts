import { defineConfig, devices } from '@playwright/test';
import type { SandboxOptions } from './support/fixtures.ts';

/** Journeys through the built portal against the sandbox: `cargo xtask test --only end2end`. */
export default defineConfig<object, SandboxOptions>({
  testDir: 'journeys',
  outputDir: 'test-results',
  // Some known customers let a call time out, which takes the portal’s own ten seconds, and the machine may be busy.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  // A journey that passes at the second try has found something.
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1360, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
