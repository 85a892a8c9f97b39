import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Portuguese: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames(`janeiro/jan, fevereiro/fev, março/mar, abril/abr, maio/mai, junho/jun, julho/jul, agosto/ago,
    setembro/set, outubro/out, novembro/nov, dezembro/dez`),
  by: phrases(`por, escrito por, publicado por, texto, texto de, autor, autora, reportagem, reportagem de,
    da redação com`),
  role: phrases(`jornalista, repórter, correspondente, editor, editora, colunista, enviado especial, enviada especial,
    redator, redatora, colaborador, colaboradora`),
  nobody: phrases(`redação, da redação, redacção, a redação, admin, administrador, equipe, equipa, agência, agências,
    agências de notícias, assessoria, assessoria de imprensa, editor, autor, convidado, redação online,
    reportagem local, redator, comunicação, jornalismo`),
  source: phrases('fonte, com informações de, com informações da, com informações do'),
  editor: phrases('edição, editado por, revisão, editor'),
  more: phrases(`leia mais, saiba mais, ver mais, ler mais, continue lendo, veja mais, mais, continuar a ler, ver todas,
    ver tudo, leia a matéria completa, mais informações`),
  also: phrases(`leia também, leia mais, veja também, ler também, saiba mais, confira também, leia ainda, assista,
    relacionadas, veja mais, próxima notícia, notícia anterior, leia a seguir`),
  lists: phrases(`leia também, veja também, notícias relacionadas, artigos relacionados, matérias relacionadas,
    posts relacionados, relacionadas, relacionados, mais lidas, mais lidos, as mais lidas, mais vistas,
    mais vistos, últimas notícias, últimas, mais notícias, mais de, mais em, mais sobre, recomendados,
    recomendadas, recomendado para você, você pode gostar, você também pode gostar, destaques, em destaque,
    não perca, mais populares, populares, em alta, outras notícias, notícias, artigos recentes,
    conteúdo relacionado, leia mais, posts recentes, mais recentes, sugestões, ver também, continue lendo,
    tendências`),
  published:
    phrases(`publicado, publicado em, publicada em, postado em, data, criado em, data de publicação, publicação,
    postado, em, divulgado em, publicada`),
  updated: phrases(`atualizado, atualizado em, atualizada, última atualização, actualizado, modificado, atualizada em,
    atualização`),
  photo: phrases(`foto, fotos, fotografia, imagem, imagens, crédito, créditos, vídeo, ilustração, arquivo, divulgação,
    reprodução, foto de`),
  agencies: phrases('agências, agência, agências de notícias, agências internacionais'),
  contributed: phrases('com informações de, com informações da, com informações do, com agências, com a, com'),
  republished: phrases(`publicado originalmente em, publicado originalmente no, publicado originalmente na,
    originalmente publicado`),
  writings: phrases('artigo, texto'),
  pointers: phrases('este, esta'),
  endings: phrases('fim'),
  tools:
    phrases(`compartilhar, compartilhe, partilhar, partilhe, compartilhe esta notícia, compartilhar no facebook, imprimir, enviar, enviar por email, copiar link, salvar, guardar, ouvir, ouvir artigo, comentar, comentários, ver comentários,
    publicidade, anúncio, pub, continua após a publicidade, continua depois da publicidade, tamanho da letra, voltar, voltar ao topo, vídeos: mais assistidos da semana, carregando, gosto disto`),
  rights: phrases(
    `todos os direitos reservados, direitos reservados, reprodução proibida, proibida a reprodução, é proibida a reprodução`,
  ),
  calls: phrases(
    `siga-nos, siga o canal, siga o perfil, siga a página, siga nossas, siga nosso, participe do canal, participe do grupo, entre no grupo, entre no canal, clique aqui, inscreva-se, assine nossa, assine a newsletter, subscreva, receba as notícias, receba no whatsapp, receba no seu, receba notícias, baixe o app, baixe nosso, acompanhe as notícias, acompanhe-nos, quer receber, encontrou um erro, viu algum erro, crie a sua conta, crie sua conta, crie uma conta, cadastre-se, registe-se`,
  ),
  paywall: phrases(
    `exclusivo para assinantes, conteúdo exclusivo, só para assinantes, para continuar lendo, para continuar a ler, já é assinante, assine para ler, artigo exclusivo, tem acesso livre`,
  ),
  comments: phrases(`comentários, deixe um comentário, deixe uma resposta, deixe o seu comentário`),
  tags: phrases('tags, etiquetas, palavras-chave, tópicos, assuntos, mais sobre'),
  actions: phrases(
    `assine, assinar, inscreva-se, cadastre-se, faça login, baixe o app, baixe o aplicativo, siga-nos, contato, contacto, quem somos`,
  ),
  ownPages: phrases(
    `privacidade, política de privacidade, termos de uso, termos e condições, aviso legal, cookies, acessibilidade, newsletter, newsletters, podcast, podcasts`,
  ),
  ages: phrases(
    `há # min, há # minuto, há # minutos, há # hora, há # horas, há # dia, há # dias, há # semana, há # semanas, há # meses, # min de leitura, # minutos de leitura`,
  ),
  organisations: phrases(
    `redação, agência, jornal, notícias, universidade, ministério, associação, fundação, instituto, revista, imprensa, assessoria`,
  ),
  missing: phrases(
    'página não encontrada, não encontrada, página que procura, página solicitada, página que você procura, acesso negado',
  ),
};
