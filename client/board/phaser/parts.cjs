/**
 * The parts of Phaser that the board draws with, as the whole package exports them: less than half of it. That what is asked
 * of it is there, the tests see that look at a drawn board: the compiler goes by the whole.
 */
require('phaser-source/polyfills/requestVideoFrame');

// Phaser's modules refer to each other in rings: this is where to enter them.
require('phaser-source/renderer');

// Plugins of a scene and factories of its objects register themselves.
require('phaser-source/events/EventEmitter');
require('phaser-source/cameras/2d/CameraManager');
require('phaser-source/gameobjects/GameObjectCreator');
require('phaser-source/gameobjects/GameObjectFactory');
require('phaser-source/gameobjects/DisplayList');
require('phaser-source/gameobjects/UpdateList');
require('phaser-source/gameobjects/image/ImageFactory');
require('phaser-source/gameobjects/layer/LayerFactory');
require('phaser-source/scene/ScenePlugin');

module.exports = {
  BlendModes: require('phaser-source/renderer/BlendModes'),
  Game: require('phaser-source/core/Game'),
  GameObjects: {
    Image: require('phaser-source/gameobjects/image/Image'),
    Mesh2D: require('phaser-source/gameobjects/mesh2d/Mesh2D'),
  },
  Scale: require('phaser-source/scale/const/SCALE_MODE_CONST'),
  Scene: require('phaser-source/scene/Scene'),
  WEBGL: require('phaser-source/const').WEBGL,
};
