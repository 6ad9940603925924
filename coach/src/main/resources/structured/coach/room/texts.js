'use strict';
// All that the pages say, in both languages. A third one is a column more.
const TEXTS = {
  en: {
    language: 'en', otherLanguage: 'Português', otherTheme: 'Light / dark', title: 'The room', toPeople: 'To the list of people',
    people: 'people', projector: 'For the projector', lost: 'The board does not answer. Is its terminal still open? What you see is old.',
    calls: 'Who calls?', noCalls: 'No hand is up.', stuck: 'Who is stuck?', noStuck: 'Nobody, as far as verdicts tell.',
    silent: 'Who is silent?', noSilent: 'Nobody.', where: 'Where is the room?', say: 'Say something to the room',
    line: 'A line, as in "Back at 14:10":', send: 'Send', quiet: 'Take it back', hint: 'A hint that is free now:', free: 'Tell', everybody: 'Everybody',
    who: 'Who', how: 'How', exercise: 'Exercise', step: 'Step', tests: 'Tests', last: 'Last save', verdicts: 'Last verdicts', actions: 'Actions',
    toJoin: 'To join:', done: 'Done', rename: 'Rename', remove: 'Remove', newName: 'What to call them?',
    reallyRemove: n => `Remove ${n}? All that is known of them is deleted.`,
    minutes: n => n < 1 ? 'just now' : `${n} min`, green: 'green', handUp: 'calls', hands: n => n === 1 ? '· 1 hand is up' : `· ${n} hands are up`,
    raised: n => `${n} raises a hand`, said: t => t ? `The room sees: ${t}` : '', legend: 'Verdicts:', failed: 'That did not work: ',
    mistake: (n, of, text) => `${n} of ${of}: ${text}`, otherTests: 'other tests', otherTestsWhy: 'The tests on this laptop are not those on yours.',
    gone: 'gone', away: 'asleep?', actionsFor: n => `Actions for ${n}`,
    standing: {NEW: 'has joined', WORKING: 'works', STUCK: 'stuck', DONE: 'done', SILENT: 'silent', GONE: 'gone'},
    verdict: {G: 'green', R: 'red', A: 'does not compile', H: 'hangs', C: 'ended the JVM', U: 'not judged'}
  },
  'pt-BR': {
    language: 'pt-BR', otherLanguage: 'English', otherTheme: 'Claro / escuro', title: 'A sala', toPeople: 'Para a lista de pessoas',
    people: 'pessoas', projector: 'Para o projetor', lost: 'O quadro não responde. O terminal dele ainda está aberto? O que se vê aqui é antigo.',
    calls: 'Quem chama?', noCalls: 'Nenhuma mão levantada.', stuck: 'Quem está travado?', noStuck: 'Ninguém, pelo que dizem os veredictos.',
    silent: 'Quem está em silêncio?', noSilent: 'Ninguém.', where: 'Onde está a sala?', say: 'Dizer algo à sala',
    line: 'Uma linha, como "Voltamos às 14:10":', send: 'Enviar', quiet: 'Retirar', hint: 'Uma dica que já está liberada:', free: 'Avisar', everybody: 'Todos',
    who: 'Quem', how: 'Como', exercise: 'Exercício', step: 'Passo', tests: 'Testes', last: 'Último salvamento', verdicts: 'Últimos veredictos', actions: 'Ações',
    toJoin: 'Para entrar:', done: 'Atendido', rename: 'Renomear', remove: 'Remover', newName: 'Como chamar esta pessoa?',
    reallyRemove: n => `Remover ${n}? Tudo o que se sabe desta pessoa será apagado.`,
    minutes: n => n < 1 ? 'agora' : `${n} min`, green: 'verde', handUp: 'chama', hands: n => n === 1 ? '· 1 mão levantada' : `· ${n} mãos levantadas`,
    raised: n => `${n} levanta a mão`, said: t => t ? `A sala vê: ${t}` : '', legend: 'Veredictos:', failed: 'Não funcionou: ',
    mistake: (n, of, text) => `${n} de ${of}: ${text}`, otherTests: 'outros testes', otherTestsWhy: 'Os testes neste laptop não são os do seu.',
    gone: 'sumiu', away: 'dormindo?', actionsFor: n => `Ações para ${n}`,
    standing: {NEW: 'entrou', WORKING: 'trabalha', STUCK: 'travado', DONE: 'pronto', SILENT: 'em silêncio', GONE: 'sumiu'},
    verdict: {G: 'verde', R: 'vermelho', A: 'não compila', H: 'não termina', C: 'encerrou a JVM', U: 'não julgado'}
  }
};
