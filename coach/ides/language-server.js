// The Java language server of VS Code, as an editor would use it: it imports a folder, builds it, and tells what is wrong.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import rpc from 'vscode-jsonrpc/node.js'

// coc-java, an extension of another editor, brings the server along; VS Code's own isn't in a registry.
const SERVER = fileURLToPath(new URL('node_modules/coc-java/server/', import.meta.url))
const CONFIGURATION = { darwin: 'config_mac', win32: 'config_win' }[process.platform] ?? 'config_linux'

/** It says what is wrong when it likes, not when it is asked. Once it has told nothing for so long, not even how far it is,
 *  that was all. */
const SILENCE = 5000
const TO_BE_TOLD = 60_000
const PATIENCE = 300_000

/**
 * Imports a folder on a JDK.
 *
 * @param folder which is opened, with its .vscode/settings.json
 * @param work an empty folder, for what the server writes
 * @param jdks by the names that VS Code has for them; the server itself runs on JavaSE-21
 * @param findsMore whether it may look for other JDKs on this machine
 * @param flawed files with something wrong: what it says of these is waited for
 * @returns the problems that it found, with execute() to ask for more, and end() to end it
 */
export async function open(folder, work, jdks, findsMore, flawed) {
  mkdirSync(work, { recursive: true })
  cpSync(join(SERVER, CONFIGURATION), join(work, 'configuration'), { recursive: true })
  const launcher = readdirSync(join(SERVER, 'plugins')).find((jar) => /^org\.eclipse\.equinox\.launcher_.*\.jar$/.test(jar))
  const server = spawn(join(jdks['JavaSE-21'], 'bin', 'java'), [
    '-Declipse.application=org.eclipse.jdt.ls.core.id1', '-Declipse.product=org.eclipse.jdt.ls.core.product',
    '-Dosgi.bundles.defaultStartLevel=4', `-DDetectVMInstallationsJob.disabled=${!findsMore}`,
    '-XX:+UseParallelGC', '-Xmx1G', '--add-modules=ALL-SYSTEM',
    '--add-opens', 'java.base/java.util=ALL-UNNAMED', '--add-opens', 'java.base/java.lang=ALL-UNNAMED',
    '-jar', join(SERVER, 'plugins', launcher), '-configuration', join(work, 'configuration'), '-data', join(work, 'data')
  ], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin))
  const ended = new Promise((_, reject) => server.once('exit', (code) => reject(new Error(`the server has ended by itself, with ${code}`))))
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`the server was not ready within ${PATIENCE / 1000} s`)), PATIENCE).unref()
  })
  const inTime = (promise) => Promise.race([promise, ended, late])
  for (const failure of [ended, late]) failure.catch(() => {})
  process.once('exit', () => server.kill('SIGKILL'))

  const settings = settingsFor(folder, jdks)
  const diagnostics = new Map()
  let heard = Date.now()
  const ready = new Promise((resolve) => connection.onNotification('language/status', ({ type }) => {
    heard = Date.now()
    if (type === 'ServiceReady') resolve()
  }))
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics: all }) => {
    heard = Date.now()
    diagnostics.set(uri, all)
  })
  connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) =>
    section?.split('.').reduce((value, key) => value?.[key], settings) ?? null))
  connection.onRequest(() => null)
  connection.onNotification(() => { heard = Date.now() })
  connection.onError(() => {})
  connection.listen()

  const root = pathToFileURL(folder).href
  const ask = (method, parameters) => inTime(connection.sendRequest(method, parameters))
  await ask('initialize', {
    processId: process.pid, rootUri: root, workspaceFolders: [{ uri: root, name: 'tutorial' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { workspaceFolders: [root], settings, extendedClientCapabilities: { progressReportProvider: true } }
  })
  connection.sendNotification('initialized', {})
  await inTime(ready)
  await ask('java/buildWorkspace', true)
  const isTold = () => flawed.every((file) => diagnostics.get(`${root}/${file}`)?.length > 0)
  for (const built = heard = Date.now(); Date.now() - heard < SILENCE || !isTold() && Date.now() - built < TO_BE_TOLD;) await inTime(sleep(200))

  return {
    problems: [...diagnostics].flatMap(([uri, all]) => all.map(({ severity, range, message }) =>
      ({ severity, file: uri.replace(`${root}/`, ''), line: range.start.line + 1, message }))),
    execute: (command, ...argument) => ask('workspace/executeCommand', { command, arguments: argument }),
    async end() {
      await Promise.race([connection.sendRequest('shutdown').catch(() => {}), sleep(5000)])
      const gone = new Promise((resolve) => server.once('exit', resolve))
      connection.sendNotification('exit').catch(() => {})
      await Promise.race([gone, sleep(5000).then(() => server.kill('SIGKILL'))])
      connection.dispose()
    }
  }
}

/** What VS Code would send: its flat settings as objects, and which JDKs there are. */
function settingsFor(folder, jdks) {
  const settings = {}
  const put = (name, value) => {
    const path = name.split('.')
    const last = path.pop()
    path.reduce((at, key) => at[key] ??= {}, settings)[last] = value
  }
  Object.entries(JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))).forEach(([name, value]) => put(name, value))
  put('java.configuration.runtimes', Object.entries(jdks).map(([name, path]) => ({ name, path })))
  return settings
}
