import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Spanish: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames(`enero/ene, febrero/feb, marzo/mar, abril/abr, mayo/may, junio/jun, julio/jul, agosto/ago,
    septiembre/setiembre/sep/sept/set, octubre/oct, noviembre/nov, diciembre/dic`),
  by: phrases(`redactado por, por, texto, escrito por, publicado por, redactado por, autor, autora, autores, texto de, un artículo de,
    entrevista de, redacta`),
  role: phrases(`periodista, corresponsal, enviado especial, enviada especial, redactor, redactora, reportero, reportera,
    editor, editora, columnista, colaborador, colaboradora, redactor jefe, director, directora`),
  nobody: phrases(`redacción, la redacción, redaccion, admin, administrador, redacción web, redacción digital, agencias,
    agencia, editor, equipo, equipo editorial, autor, invitado, nota de prensa, comunicado,
    mesa de redacción, staff, redacción central, corresponsal, redacción online, usuario, el equipo`),
  source: phrases('fuente, con información de, tomado de'),
  editor: phrases('editado por, edición, editor, editora, corrección'),
  more: phrases(`leer más, ver más, más información, seguir leyendo, leer la nota completa, ver todo, más,
    continuar leyendo, ampliar, ver todas, leer nota, sigue leyendo, más detalles, leer más noticias`),
  also: phrases(`lea también, lee también, leer también, lea además, lee además, te puede interesar, le puede interesar,
    puede interesarte, también puedes leer, ver también, más información, relacionado, relacionada,
    mirá también, mira también, no te pierdas, noticia relacionada, leer más, además, seguí leyendo,
    sigue leyendo, conoce más, lea más, leé también, anterior, siguiente, véase también,
    también te puede interesar`),
  lists:
    phrases(`te puede interesar, te podría interesar, le puede interesar, noticias relacionadas, notas relacionadas,
    artículos relacionados, relacionadas, relacionados, relacionado, lo más leído, lo más visto,
    las más leídas, más leídas, más leídos, más vistas, más leído, lo más compartido, lo más comentado,
    últimas noticias, últimas notas, últimos artículos, última hora, más noticias, más notas, más de, más en,
    más sobre, recomendados, recomendadas, recomendado, recomendamos, también te puede interesar,
    no te pierdas, lea también, lee también, destacados, destacadas, titulares, lo último, tendencias,
    populares, entradas recientes, en portada, otras noticias, otras notas, en esta sección,
    artículos recientes, contenido relacionado, sigue leyendo, de interés, noticias, más populares,
    seguir leyendo, ver también, entradas relacionadas, publicaciones relacionadas, además, lo + leído,
    lo más reciente, en vivo, mirá también, ranking`),
  published:
    phrases(`publicado, publicado el, publicada, fecha, creado, fecha de publicación, publicación, publicado en,
    creada, el, escrito el, publicada el`),
  updated: phrases(`actualizado, actualizado el, actualizada, última actualización, modificado, actualización, act,
    fecha de actualización`),
  photo: phrases(`foto, fotos, fotografía, fotografías, imagen, imágenes, crédito, créditos, foto de, video, vídeo,
    ilustración, archivo, foto cortesía, infografía`),
  agencies: phrases('agencias, agencia, agencias de noticias'),
  contributed: phrases(`con información de, con datos de, con informaciones de, con reportes de, con agencias, con`),
  republished: phrases(`publicado originalmente en, publicado originalmente por, apareció originalmente en,
    publicado por primera vez, tomado de, este artículo fue publicado`),
  writings: phrases('artículo, texto, nota'),
  pointers: phrases('este, esta, el'),
  endings: phrases('fin, conclusión'),
  weekdays: phrases('lunes, martes, miércoles, jueves, viernes, sábado, domingo'),
  notNames: phrases('artículo, artículos, autor, ver, más, todos'),
  tools:
    phrases(`compartir, compartir en facebook, comparte, comparte esto, comparte esta noticia, compartir noticia, compartir artículo, guardar, imprimir, enviar, enviar por correo, copiar enlace, copiar link, escuchar, comentar, comentarios, ver comentarios,
    publicidad, anuncio, tamaño de letra, volver, volver arriba, me gusta, me gusta esto, cargando, cargando..., reportar un error, archivado en`),
  rights: phrases(
    `todos los derechos reservados, derechos reservados, prohibida su reproducción, prohibida la reproducción`,
  ),
  calls:
    phrases(`síguenos, siguenos, síganos, sigue nuestras, sigue toda la información, únete a nuestro, únete a, suscríbete, suscribite, suscríbase, recibe en tu correo, recibí en tu correo, recibe nuestra, recibe cada, regístrate, apúntate, descarga nuestra, descarga la app, haz clic aquí, haga clic aquí, si quieres recibir, no te pierdas, este artículo cumple,
    te has encontrado con un error, has visto un error, quieres recibir, crea tu cuenta, crea una cuenta, cree una cuenta, regístrate gratis`),
  paywall: phrases(
    `exclusivo para suscriptores, solo para suscriptores, contenido exclusivo, para seguir leyendo, suscríbete para seguir, suscríbete para leer, regístrate para leer, si ya eres suscriptor, ya eres suscriptor, lee sin límites, artículo solo para`,
  ),
  comments: phrases(`comentarios, deja una respuesta, deja un comentario, dejar comentario, comentarios de lectores`),
  tags: phrases('etiquetas, temas, archivado en, tags, palabras clave, más sobre, temas relacionados'),
  actions: phrases(
    `suscríbete, suscríbase, suscribirse, suscripción, regístrate, regístrese, inicia sesión, iniciar sesión, descarga la app, descarga nuestra app, síguenos, contacto, quiénes somos`,
  ),
  ownPages: phrases(
    `privacidad, aviso legal, política de cookies, términos y condiciones, condiciones de uso, cookies, accesibilidad, newsletter, newsletters, boletines, podcast, podcasts`,
  ),
  ages: phrases(
    `hace # min, hace # minuto, hace # minutos, hace # h, hace # hora, hace # horas, hace # día, hace # días, hace # semana, hace # semanas, hace # meses, # min de lectura, # minutos de lectura`,
  ),
  organisations: phrases(
    `redacción, agencia, periódico, diario, noticias, universidad, ministerio, asociación, fundación, instituto, revista, prensa`,
  ),
  missing: phrases(
    'página no encontrada, no encontrada, página que buscas, página solicitada, página que busca, acceso denegado',
  ),
};
