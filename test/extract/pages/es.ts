import type { PageCase } from './page-case.ts';

export const es: readonly PageCase[] = [
  {
    build: 'regional daily with agencies at the end, pointer in bold, trust badge, comments',
    url: 'https://www.elfarodelpuerto.example/sociedad/2024/03/14/transbordadores-nocturnos-primavera-48213.html',
    byline: ['Lucía Armendáriz'],
    published: '2024-03-14T09:20:00-03:00',
    credit: 'EFE',
    page: `<!doctype html><html lang="es"><head><title>Habrá transbordadores nocturnos desde la primavera | El Faro del Puerto</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Habrá transbordadores nocturnos desde la primavera","datePublished":"2024-03-14T09:20:00-03:00","author":[{"@type":"Person","name":"Lucía Armendáriz"}]}</script></head><body>
<div class="cookies-banner"><p>Usamos cookies propias y de terceros para analizar nuestros servicios y mostrarle publicidad relacionada con sus preferencias. Puede aceptar o rechazar su uso.</p><button>Aceptar</button></div>
<header><nav><a href="/politica">Política</a><a href="/sociedad">Sociedad</a><a href="/deportes">Deportes</a></nav></header>
<main><article><h1>⟨Habrá transbordadores nocturnos desde la primavera⟩</h1><div class="firma">Por <a href="/autor/lucia-armendariz">Lucía Armendáriz</a></div><div class="fecha">14 de marzo de 2024 - 09:20</div>
<div class="compartir"><a href="#">Compartir</a><a href="#">WhatsApp</a><a href="#">Guardar</a></div>
<div class="cuerpo"><p>⟦La autoridad portuaria pondrá en marcha desde el 1 de abril transbordadores nocturnos en dos líneas, según anunció este jueves. La prueba durará tres meses.⟧</p>
<p>⟦El puente del puerto se cerró en otoño y los vecinos de la isla deben rodear la bahía, sesenta kilómetros, para volver a casa de noche.⟧</p>
<p><strong>Te puede interesar: <a href="/sociedad/2024/03/10/seis-meses-sin-puente-48190.html">⟪Seis meses sin puente: los isleños esperan el amanecer⟫</a></strong></p>
<p>⟦«Queremos saber antes del verano cuántas personas los usan», dijo la jefa de pasajeros. El billete costará lo mismo que de día.⟧</p>
<p>⟦Los sindicatos advierten de que ya faltan tripulantes. El puerto contratará a cuarenta personas antes del primer viaje.⟧</p>
<p>(Con información de EFE y Reuters)</p></div>
<p class="trust">Este artículo cumple los criterios de nuestro manual de estilo. <a href="/estilo">Más información</a></p>
<ul class="tags"><li>Archivado en:</li><li><a href="/tag/puerto">Puerto</a></li><li><a href="/tag/islas">Islas</a></li></ul></article>
<section class="lo-mas"><h3>Lo más leído</h3><ol><li><a href="/curiosidades/2024/03/13/gaviotas-en-el-ayuntamiento-48101.html">⟪Treinta parejas de gaviotas anidan en el tejado del ayuntamiento⟫</a></li><li><a href="/economia/2024/03/13/sube-el-arenque-48099.html">⟪El arenque sube por tercer día consecutivo⟫</a></li></ol></section></main>
<footer><p>© El Faro del Puerto. Todos los derechos reservados.</p></footer></body></html>`,
  },
  {
    build: 'minute by minute',
    url: 'https://www.elfarodelpuerto.example/en-vivo/temporal-en-directo-48300.html',
    byline: [],
    published: '2024-03-18T06:10:00-03:00',
    credit: null,
    kind: 'live',
    page: `<!doctype html><html lang="es"><head><title>Temporal en el puerto, en directo: miles de hogares sin luz</title><meta property="article:published_time" content="2024-03-18T06:10:00-03:00"></head><body>
<nav><a href="/">El Faro del Puerto</a></nav><main><h1>⟨Temporal en el puerto, en directo: miles de hogares sin luz⟩</h1>
<p class="entradilla">⟦Un temporal golpeó anoche la ciudad y dejó a unos ocho mil hogares sin electricidad. Seguimos aquí la última hora.⟧</p>
<section class="live-feed"><article class="live-post"><time datetime="2024-03-18T09:40:00-03:00">⟦09:40⟧</time><h3>⟦Vuelve la luz al muelle oeste⟧</h3><p>⟦La compañía eléctrica ha repuesto el servicio en mil doscientos hogares del muelle oeste. El resto tendrá que esperar hasta la tarde.⟧</p></article>
<article class="live-post"><time datetime="2024-03-18T08:15:00-03:00">⟦08:15⟧</time><h3>⟦Cancelados todos los viajes⟧</h3><p>⟦El puerto ha cancelado todos los viajes de hoy. Las olas superan los cinco metros.⟧</p></article>
<article class="live-post"><time datetime="2024-03-18T07:30:00-03:00">⟦07:30⟧</time><h3>⟦No habrá clases⟧</h3><p>⟦Las escuelas de la ciudad permanecerán cerradas, informó la consejería de educación.⟧</p></article>
<article class="live-post"><time datetime="2024-03-18T06:10:00-03:00">⟦06:10⟧</time><h3>⟦Ocho mil hogares a oscuras⟧</h3><p>⟦Unos ocho mil hogares siguen sin electricidad. No hay noticia de heridos.⟧</p></article></section>
<section class="relacionadas"><h3>Noticias relacionadas</h3><a href="/consejos/que-hacer-en-un-apagon-48280.html">⟪Qué hacer en un apagón: cinco consejos básicos⟫</a></section></main></body></html>`,
  },
  {
    build: 'blog engine in a theme with float boxes',
    url: 'https://costanorte.example/2024/03/15/el-ultimo-farero-se-va/',
    byline: ['Tomás Rueda'],
    published: '2024-03-15',
    credit: null,
    page: `<html lang="es"><head><title>El último farero se va | Costa Norte Digital</title></head><body class="post-template-default single">
<div id="header"><h2 class="site-title"><a href="/">Costa Norte Digital</a></h2><ul id="menu"><li><a href="/noticias/">Noticias</a></li><li><a href="/opinion/">Opinión</a></li></ul></div>
<div id="content"><div class="post"><h1 class="title">⟨El último farero se va⟩</h1><p class="postmeta">Publicado por Tomás Rueda el 15 marzo, 2024 en <a href="/category/gente/">Gente</a></p>
<div class="entry"><div class="wp-caption"><img src="/2.jpg"><p class="wp-caption-text">El faro de Piedra Negra. Foto: A. Salinas</p></div>
<p>⟦Pedro Rocas, que ha cuidado durante cuarenta años el faro de Piedra Negra, deja la isla a fin de mes porque la luz pasará a manejarse desde tierra.⟧</p>
<p>⟦«Encender y apagar lo hace una máquina; preocuparse por el barco que no llega, solo una persona», dice.⟧</p>
<p>⟦En la isla viven ocho familias. Cuando él se marche quedarán once personas para pasar el invierno.⟧</p>
<div class="sharedaddy"><h3>Comparte esto:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div><div class="likes"><h3>Me gusta esto:</h3><span>Cargando...</span></div>
<div id="jp-relatedposts"><h3>Relacionado</h3><p><a href="/2024/03/02/el-mapa-perdido-de-la-escuela/">⟪El mapa perdido vuelve a la escuela de la isla⟫</a></p></div></div>
<div class="nav-links"><a rel="prev" href="/2024/03/14/tres-semanas-mas-de-obras-en-el-puente/">⟪Tres semanas más de obras en el puente⟫</a></div></div>
<div id="comments"><h3>Deja una respuesta</h3><p>Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *</p></div></div></body></html>`,
  },
];
