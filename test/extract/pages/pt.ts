import type { PageCase } from './page-case.ts';

export const pt: readonly PageCase[] = [
  {
    build: 'portal: capitals links and labelled pointers inside the text, channel line, video box',
    url: 'https://www.diariodocais.example/cidades/noticia/2024/03/14/barcas-noturnas-comecam-em-abril-48213.ghtml',
    byline: ['Renata Alves'],
    published: '2024-03-14T09:20:00-03:00',
    credit: null,
    page: `<!doctype html><html lang="pt-BR"><head><title>Barcas noturnas começam em abril | Diário do Cais</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Barcas noturnas começam em abril","datePublished":"2024-03-14T09:20:00-03:00","author":[{"@type":"Person","name":"Renata Alves"}]}</script></head><body>
<header><nav><a href="/politica">Política</a><a href="/cidades">Cidades</a><a href="/esporte">Esporte</a></nav></header>
<main><h1>⟨Barcas noturnas começam em abril⟩</h1><h2 class="content-head__subtitle">⟦Teste em duas linhas vai durar três meses, com a mesma tarifa do dia⟧</h2><div class="content-publication-data"><p class="from">Por Renata Alves, Diário do Cais</p><p class="updated"><time datetime="2024-03-14T12:20:00.000Z">14/03/2024 09h20</time> · Atualizado há 2 horas</p></div>
<div class="mc-article-body"><p>⟦A autoridade portuária anunciou nesta quinta-feira que as barcas vão circular também à noite em duas linhas a partir de 1º de abril.⟧</p>
<p><a href="/cidades/canal-whatsapp/">CLIQUE AQUI PARA SEGUIR O CANAL DO DIÁRIO DO CAIS NO WHATSAPP</a></p>
<p>⟦A ponte do porto foi fechada no outono passado, e quem mora na ilha precisa dar uma volta de sessenta quilômetros para chegar em casa.⟧</p>
<p><strong>Leia também:</strong></p><ul><li><a href="/cidades/noticia/2024/03/10/seis-meses-sem-ponte-48190.ghtml">⟪Seis meses sem ponte: moradores da ilha esperam o amanhecer⟫</a></li><li><a href="/economia/noticia/2024/03/12/arenque-mais-caro-48160.ghtml">⟪Arenque fica mais caro pelo terceiro dia seguido⟫</a></li></ul>
<p>⟦"Queremos saber até o verão quantas pessoas vão usar", disse a gerente de passageiros. O preço será o mesmo cobrado durante o dia.⟧</p>
<p>⟦O sindicato alertou que já faltam tripulantes. O porto vai contratar quarenta pessoas antes da primeira viagem.⟧</p>
<div class="video-box"><p>VÍDEOS: mais assistidos da semana</p></div></div>
<section class="bstn"><h2>Mais lidas</h2><ul><li><a href="/cidades/noticia/2024/03/13/gaivotas-no-telhado-48101.ghtml">⟪Trinta casais de gaivotas fazem ninho no telhado da prefeitura⟫</a></li></ul></section></main>
<footer><p>© Copyright 2024 Diário do Cais. Todos os direitos reservados.</p></footer></body></html>`,
  },
  {
    build: 'photo story: a gallery between two halves of the text',
    url: 'https://jornaldailha.example/fotos/jardim-de-inverno-recebe-20-mil',
    byline: ['Bruno Teles'],
    published: '2024-03-18',
    credit: null,
    page: `<html lang="pt"><head><title>Jardim de inverno recebe 20 mil pessoas no primeiro dia - Jornal da Ilha</title></head><body>
<div class="menu"><a href="/">Início</a><a href="/fotos">Fotos</a><a href="/contato">Contacto</a></div>
<div class="noticia"><h1>⟨Jardim de inverno recebe 20 mil pessoas no primeiro dia⟩</h1><div class="info">Texto: Bruno Teles | Publicado em 18 de março de 2024, 16:40</div>
<div class="texto"><p>⟦Vinte mil pessoas passaram no primeiro dia pelo jardim de inverno montado na praça da câmara, que fica aberto até à Páscoa.⟧</p></div>
<div class="galeria"><div class="item"><img src="/g1.jpg"><p class="legenda">A fila chegava ao porto. Foto: Inês Prado</p></div><div class="item"><img src="/g2.jpg"><p class="legenda">A estufa dos limoeiros. Foto: Inês Prado</p></div></div>
<div class="texto"><p>⟦As plantas vieram de seis viveiros da região e serão oferecidas às escolas quando o jardim fechar.⟧</p><p>⟦A entrada é livre, e as visitas guiadas começam todos os dias às dez da manhã.⟧</p></div>
<div class="partilha">Partilhar <a href="#">Facebook</a> <a href="#">Email</a> <a href="#">Imprimir</a></div></div>
<div class="lateral"><h3>Notícias relacionadas</h3><a href="/noticias/ponte-mais-tres-semanas">⟪Obras na ponte duram mais três semanas⟫</a></div>
<div class="rodape">Ficha técnica | Estatuto editorial | Jornal da Ilha © Todos os direitos reservados</div></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/pt/3',
    byline: [],
    published: '2024-03-15',
    credit: 'Lusa',
    page: `Correio da Enseada
Início
Sociedade
Desporto
Últimas notícias
- ⟪Correio da ilha passa a ser entregue por drones⟫
- ⟪Comerciantes do mercado aplaudem barcas noturnas⟫

⟨Último faroleiro deixa a ilha ao fim de quarenta anos⟩
Publicado em 15 de março de 2024
Partilhar

⟦O faroleiro da Pedra Negra, Paulo Rochas, deixa a ilha no final do mês, depois de quarenta anos de serviço, porque a luz passa a ser automática.⟧

⟦"Acender e apagar faz a máquina. Preocupar-se com o barco que não chega, só uma pessoa", disse à agência.⟧

⟦Na ilha vivem oito famílias, e depois da sua partida ficarão onze pessoas para passar o inverno.⟧

Fonte: Lusa
Todos os direitos reservados

Mais lidas
- ⟪Mapa antigo volta à escola da ilha⟫
- ⟪Porto contrata quarenta pessoas antes do verão⟫
Ver mais`,
  },
];
